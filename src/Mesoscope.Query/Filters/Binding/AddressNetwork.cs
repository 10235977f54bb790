namespace Mesoscope.Query.Filters.Binding;

/// <summary>An IPv4 or IPv6 network. Immutable.</summary>
public sealed class AddressNetwork
{
    readonly byte[] _prefix;
    readonly byte[] _mask;

    /// <summary>The network of an address.</summary>
    /// <param name="address">4 or 16 bytes in network order.</param>
    /// <param name="prefixBits">How many leading bits all addresses of the network share.</param>
    public AddressNetwork(ReadOnlySpan<byte> address, int prefixBits)
    {
        _prefix = address.ToArray();
        _mask = new byte[address.Length];
        for (var i = 0; i < _mask.Length; i++)
        {
            _mask[i] = (byte)~(0xff >> Math.Clamp(prefixBits - (i * 8), 0, 8));
            _prefix[i] &= _mask[i];
        }
    }

    /// <summary>True when the address lies in the network; false for one of the other family.</summary>
    /// <param name="address">4 or 16 bytes in network order.</param>
    public bool Contains(ReadOnlySpan<byte> address)
    {
        if (address.Length != _prefix.Length)
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            if ((address[i] & _mask[i]) != _prefix[i])
            {
                return false;
            }
        }

        return true;
    }
}
