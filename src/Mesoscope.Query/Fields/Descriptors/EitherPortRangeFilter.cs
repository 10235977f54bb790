using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Whether the port of an end of a connection lies above or below a bound.</summary>
sealed class EitherPortRangeFilter(FilterOperator operation, ushort bound) : IEventFilter
{
    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (DescriptorView.Find(context) is not { } descriptor || DescriptorView.AddressBytes(descriptor) == 0)
        {
            return false;
        }

        return IsWithin(descriptor.SourcePort) || (DescriptorView.IsConnection(descriptor) && IsWithin(descriptor.DestinationPort));
    }

    /// <inheritdoc/>
    public bool CanMatch(EventType type) => DescriptorView.IsAboutDescriptors(type);

    bool IsWithin(ushort port) => operation switch
    {
        FilterOperator.Less => port < bound,
        FilterOperator.LessOrEqual => port <= bound,
        FilterOperator.Greater => port > bound,
        _ => port >= bound,
    };
}
