using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Tells a container's own work from the checks that its runtime starts in it.</summary>
static class ThreadCategories
{
    /// <summary>Sets the category of a thread whose container was just found; leaves it when nothing is known.</summary>
    public static void Assign(ThreadState thread, MachineState machine)
    {
        if (thread.VirtualPid == 1)
        {
            thread.Category = ThreadCategory.Container;
            return;
        }

        if (machine.FindParent(thread) is { Category: not ThreadCategory.None } parent)
        {
            thread.Category = parent.Category;
            return;
        }

        if (machine.Containers.Find(thread.ContainerId) is { IsSuccessful: true, Probes.Count: > 0 } container
            && FindProbe(container, thread) is { } probe
            && !IsBelowFirstProcess(thread, machine))
        {
            thread.Category = probe.Kind switch
            {
                ProbeKind.HealthCheck => ThreadCategory.HealthCheck,
                ProbeKind.Liveness => ThreadCategory.LivenessProbe,
                _ => ThreadCategory.ReadinessProbe,
            };
        }
    }

    static ContainerProbe? FindProbe(ContainerInfo container, ThreadState thread)
    {
        foreach (var probe in container.Probes)
        {
            if (thread.Exe.AsSpan().SequenceEqual(probe.Exe) && AreArguments(thread.Arguments, probe.Arguments))
            {
                return probe;
            }
        }

        return null;
    }

    static bool AreArguments(ReadOnlySpan<byte> stored, IReadOnlyList<byte[]> expected)
    {
        foreach (var argument in expected)
        {
            var end = stored.IndexOf((byte)0);
            if (stored.IsEmpty || !(end < 0 ? stored : stored[..end]).SequenceEqual(argument))
            {
                return false;
            }

            stored = end < 0 ? default : stored[(end + 1)..];
        }

        return stored.IsEmpty;
    }

    static bool IsBelowFirstProcess(ThreadState thread, MachineState machine)
    {
        var ancestors = new AncestorWalk(machine, thread);
        while (ancestors.MoveNext())
        {
            if (ancestors.Current is { VirtualPid: 1, ContainerId.Length: > 0 })
            {
                return true;
            }
        }

        return false;
    }
}
