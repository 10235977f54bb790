namespace Mesoscope.Query.Filters;

/// <summary>A filter's text is not a filter. The message says where, what was seen and what was expected.</summary>
public sealed class FilterException : Exception
{
    /// <summary>With a message for the user and the place in the text.</summary>
    /// <param name="message">What was seen and what was expected.</param>
    /// <param name="position">Index of the first offending character; -1 when it is not known.</param>
    public FilterException(string message, int position = -1)
        : base(message) => Position = position;

    /// <summary>With a message for the user and its cause.</summary>
    public FilterException(string message, Exception innerException)
        : base(message, innerException) => Position = -1;

    /// <summary>Without details.</summary>
    public FilterException() => Position = -1;

    /// <summary>Index of the first offending character; -1 when it is not known.</summary>
    public int Position { get; }
}
