using Mesoscope.Events.Schema;
using Mesoscope.Kernel;
using Mesoscope.Query.Filters.Splitting;

namespace Mesoscope.Cli.Live;

/// <summary>From the kernel's part of a filter to what the kernel's programs are told.</summary>
static class KernelFilters
{
    /// <summary>The settings for a part of a filter.</summary>
    /// <param name="part">The part.</param>
    /// <param name="followed">Processes that are followed besides; null for none.</param>
    public static KernelFilter Of(KernelPart part, IReadOnlyCollection<long>? followed)
    {
        var arriving = part.ArrivingTypes;
        return new KernelFilter
        {
            Wanted = TypesOf(arriving),
            State = part.IsEverything && followed is null ? new() : TypesOf(Query.Filters.Splitting.EventTypeSet.ChangingState),
            GenericSyscalls = arriving.IsAll ? null : CallsOf(arriving),
            ThreadIds = Listed(part.Tids),
            ProcessIds = Listed(part.Pids),
            Names = Listed(part.Comms),
            ContainerIds = Listed(part.Containers),

            // The programs follow one set. A command's is the smaller one; the filter's ancestors are then left to the rest.
            FollowedProcessIds = followed ?? Listed(part.Ancestors),
        };
    }

    static IReadOnlyCollection<T> Listed<T>(KeySet<T> keys)
        where T : IEquatable<T> => keys.IsExclusion ? [] : keys.Members;

    static Kernel.EventTypeSet TypesOf(Query.Filters.Splitting.EventTypeSet types)
    {
        var set = new Kernel.EventTypeSet();
        for (var type = (EventType)0; EventSchema.IsKnown(type); type++)
        {
            if (types.Contains(type))
            {
                set.Add(type);
            }
        }

        return set;
    }

    static HashSet<int> CallsOf(Query.Filters.Splitting.EventTypeSet types)
    {
        var calls = new HashSet<int>();
        for (var number = 0; number < EventSchema.SyscallCount; number++)
        {
            if (types.ContainsSyscall(number, isEnter: true) || types.ContainsSyscall(number, isEnter: false))
            {
                calls.Add(number);
            }
        }

        return calls;
    }
}
