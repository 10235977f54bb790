namespace Mesoscope.Server.Query;

/// <summary>A question that makes no sense; the message says what was seen and what was expected.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What was seen and what was expected.</param>
    /// <param name="position">Where in a text it was seen, 0-based; null when no place can be named.</param>
    public QueryException(string message, int? position = null)
        : base(message) => Position = position;

    /// <summary>Where in a text such as a scope it was seen, 0-based; null when no place can be named.</summary>
    public int? Position { get; }
}
