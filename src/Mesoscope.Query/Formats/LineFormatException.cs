namespace Mesoscope.Query.Formats;

/// <summary>A <c>-p</c> text is not a format. The message says what was seen, where, and what was expected.</summary>
public sealed class LineFormatException : Exception
{
    /// <summary>With a message for the user and the place in the text.</summary>
    /// <param name="message">What was seen and what was expected.</param>
    /// <param name="position">Index of the first offending character; -1 when it is not known.</param>
    public LineFormatException(string message, int position = -1)
        : base(message) => Position = position;

    /// <summary>With a message for the user and its cause.</summary>
    public LineFormatException(string message, Exception innerException)
        : base(message, innerException) => Position = -1;

    /// <summary>Without details.</summary>
    public LineFormatException() => Position = -1;

    /// <summary>Index of the first offending character; -1 when it is not known.</summary>
    public int Position { get; }
}
