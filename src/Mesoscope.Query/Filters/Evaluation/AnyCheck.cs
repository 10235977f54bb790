using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>True when one of several checks is.</summary>
sealed class AnyCheck(IEventFilter[] alternatives) : IEventFilter
{
    public bool CanMatch(EventType type)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.CanMatch(type))
            {
                return true;
            }
        }

        return false;
    }

    public bool Matches(EventContext context)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative.Matches(context))
            {
                return true;
            }
        }

        return false;
    }
}
