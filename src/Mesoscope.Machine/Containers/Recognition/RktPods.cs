using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Recognizes apps of rkt pods; their container ids are <c>pod:app</c>.</summary>
static class RktPods
{
    /// <summary>The id of the thread's container, or null when rkt has nothing to do with it.</summary>
    public static byte[]? Recognize(ThreadState thread, MachineState machine)
    {
        if (machine.Containers.HasRkt && CgroupRules.TryFindService(thread.Cgroups, out var service))
        {
            var pod = PodOfAncestors(thread, machine, withArguments: true);
            if (pod is not null && machine.Containers.Find(Join(pod, service)) is { } container)
            {
                return container.Id;
            }
        }

        return thread.Root.Length > 1 ? RecognizeByRoot(thread, machine) : null;
    }

    static byte[]? RecognizeByRoot(ThreadState thread, MachineState machine)
    {
        ReadOnlySpan<byte> root = thread.Root;
        if (root.StartsWith("/opt/stage2/"u8))
        {
            var app = root[12..];
            var end = app.IndexOf("/rootfs"u8);
            var pod = end < 0 ? null : PodOf(thread, machine, withArguments: false) ?? PodOfAncestors(thread, machine, withArguments: false);
            return pod is null ? null : Join(pod, app[..end]);
        }

        if (root.StartsWith("/var/lib/rkt/pods/run/"u8))
        {
            var rest = root[22..];
            var end = rest.IndexOf("/stage1/rootfs/opt/stage2/"u8);
            var app = end < 0 ? default : rest[(end + 26)..];
            var appEnd = app.IndexOf("/rootfs"u8);
            return appEnd < 0 ? null : Join(rest[..end], app[..appEnd]);
        }

        return null;
    }

    static byte[]? PodOfAncestors(ThreadState thread, MachineState machine, bool withArguments)
    {
        var ancestors = new AncestorWalk(machine, thread);
        while (ancestors.MoveNext())
        {
            if (PodOf(ancestors.Current, machine, withArguments) is { } pod)
            {
                return pod;
            }
        }

        return null;
    }

    static byte[]? PodOf(ThreadState thread, MachineState machine, bool withArguments)
    {
        var pod = ProcessEnvironment.Find(ProcessEnvironment.Of(thread, machine), "container_uuid"u8);
        if (!pod.IsEmpty)
        {
            return pod.ToArray();
        }

        var place = withArguments ? thread.Arguments.AsSpan().IndexOf("--uuid="u8) : -1;
        if (place < 0)
        {
            return null;
        }

        pod = thread.Arguments.AsSpan(place + 7);
        var end = pod.IndexOf((byte)0);
        return (end < 0 ? pod : pod[..end]).ToArray();
    }

    static byte[] Join(ReadOnlySpan<byte> pod, ReadOnlySpan<byte> app) => [.. pod, (byte)':', .. app];
}
