namespace Mesoscope.Query.Fields;

/// <summary>A field's name or argument is not one. The message says what was seen, what was expected and the nearest name.</summary>
public sealed class FieldException : Exception
{
    /// <summary>With a message for the user.</summary>
    public FieldException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the user and its cause.</summary>
    public FieldException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without details.</summary>
    public FieldException()
    {
    }
}
