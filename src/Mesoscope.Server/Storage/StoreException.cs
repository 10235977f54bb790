namespace Mesoscope.Server.Storage;

/// <summary>Something could not be stored or read: a full disk, a folder without permission, a damaged database.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one that says what was seen, where, and what to do.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
