using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Whether an end of a connection lies in one of some networks; negated, whether neither does.</summary>
sealed class EitherNetworkFilter(bool isNegated, AddressNetwork[] networks) : IEventFilter
{
    readonly byte[] _source = new byte[16];
    readonly byte[] _destination = new byte[16];

    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (DescriptorView.Find(context) is not { } descriptor || DescriptorView.AddressBytes(descriptor) == 0)
        {
            return false;
        }

        var source = DescriptorView.Address(descriptor, descriptor.SourceAddress, _source);
        var destination = DescriptorView.IsConnection(descriptor)
            ? DescriptorView.Address(descriptor, descriptor.DestinationAddress, _destination)
            : source;
        foreach (var network in networks)
        {
            if (network.Contains(source) || network.Contains(destination))
            {
                return !isNegated;
            }
        }

        return isNegated;
    }

    /// <inheritdoc/>
    public bool CanMatch(EventType type) => DescriptorView.IsAboutDescriptors(type);
}
