namespace Mesoscope.Clusters.Addresses;

/// <summary>An address that a user gave cannot be used. The message says what was seen, without credentials, and what is expected.</summary>
public sealed class AddressException : Exception
{
    /// <inheritdoc/>
    public AddressException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AddressException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public AddressException()
    {
    }
}
