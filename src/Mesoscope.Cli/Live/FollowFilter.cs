using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Cli.Live;

/// <summary>Wants what a filter wants of the followed threads.</summary>
/// <param name="threads">The followed threads.</param>
/// <param name="filter">What else is asked; null for nothing.</param>
sealed class FollowFilter(FollowedThreads threads, IEventFilter? filter) : IEventFilter
{
    /// <inheritdoc/>
    public bool Matches(EventContext context) => threads.Contains(context.Event.ThreadId) && (filter is null || filter.Matches(context));

    /// <inheritdoc/>
    public bool CanMatch(EventType type) => filter is null || filter.CanMatch(type);
}
