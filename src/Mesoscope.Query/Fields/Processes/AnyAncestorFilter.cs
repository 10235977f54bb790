using Mesoscope.Machine;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>Whether a check holds for any ancestor of the event's process; the process itself does not count.</summary>
sealed class AnyAncestorFilter(AncestorCursor cursor, IEventFilter check) : IEventFilter
{
    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (Ancestors.Find(context, 0) is not { } process)
        {
            return false;
        }

        var walk = new AncestorWalk(context.Machine, process);
        while (walk.MoveNext())
        {
            cursor.Current = walk.Current;
            if (check.Matches(context))
            {
                return true;
            }
        }

        return false;
    }
}
