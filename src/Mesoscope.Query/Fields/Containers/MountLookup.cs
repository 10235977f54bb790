using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Filters.Evaluation;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>Finds the first mount of the event's container whose path fits a pattern.</summary>
sealed class MountLookup(byte[] pattern)
{
    readonly GlobPattern _pattern = new(pattern, ignoresCase: false);

    /// <summary>The mount, or null.</summary>
    /// <param name="context">The event.</param>
    /// <param name="isByDestination">Whether the pattern is for the path in the container; otherwise for that on the host.</param>
    public ContainerMount? Find(EventContext context, bool isByDestination)
    {
        if (context.Thread is not { ContainerId.Length: > 0 } thread || context.Machine.Containers.Find(thread.ContainerId) is not { } container)
        {
            return null;
        }

        for (var i = 0; i < container.Mounts.Count; i++)
        {
            var mount = container.Mounts[i];
            if (_pattern.Matches(isByDestination ? mount.Destination : mount.Source))
            {
                return mount;
            }
        }

        return null;
    }
}
