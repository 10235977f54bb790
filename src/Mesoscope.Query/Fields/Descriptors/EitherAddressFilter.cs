using System.Runtime.InteropServices;
using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Whether an end of a connection has one of some addresses; negated, whether neither has.</summary>
sealed class EitherAddressFilter : IEventFilter
{
    readonly bool _isNegated;
    readonly (int Bytes, UInt128 Address)[] _addresses;

    public EitherAddressFilter(bool isNegated, byte[][] addresses)
    {
        _isNegated = isNegated;
        _addresses = Array.ConvertAll(addresses, static bytes =>
            (bytes.Length, bytes.Length == 4 ? MemoryMarshal.Read<uint>(bytes) : MemoryMarshal.Read<UInt128>(bytes)));
    }

    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (DescriptorView.Find(context) is not { } descriptor || DescriptorView.AddressBytes(descriptor) is not (> 0 and var length))
        {
            return false;
        }

        var hasDestination = DescriptorView.IsConnection(descriptor);
        foreach (var (bytes, address) in _addresses)
        {
            if (bytes == length && (descriptor.SourceAddress == address || (hasDestination && descriptor.DestinationAddress == address)))
            {
                return !_isNegated;
            }
        }

        return _isNegated;
    }

    /// <inheritdoc/>
    public bool CanMatch(EventType type) => DescriptorView.IsAboutDescriptors(type);
}
