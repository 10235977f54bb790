using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Whether an end of a connection has one of some ports; negated, whether neither has.</summary>
sealed class EitherPortFilter(bool isNegated, ushort[] ports) : IEventFilter
{
    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (DescriptorView.Find(context) is not { } descriptor || DescriptorView.AddressBytes(descriptor) == 0)
        {
            return false;
        }

        var isEqual = Array.IndexOf(ports, descriptor.SourcePort) >= 0
            || (DescriptorView.IsConnection(descriptor) && Array.IndexOf(ports, descriptor.DestinationPort) >= 0);
        return isEqual != isNegated;
    }

    /// <inheritdoc/>
    public bool CanMatch(EventType type) => DescriptorView.IsAboutDescriptors(type);
}
