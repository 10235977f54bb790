using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// The sandbox of a Mesos task: a folder whose path ends in <c>/runs/CONTAINER</c> or, in a pod, <c>/containers/CONTAINER</c>. Mesos tells
/// it in the environment, and tasks start in it.
/// </summary>
static class Sandbox
{
    static readonly byte[][] s_variables = ["MESOS_SANDBOX"u8.ToArray(), "MESOS_DIRECTORY"u8.ToArray()];

    static readonly byte[][] s_folders = ["/containers/"u8.ToArray(), "/runs/"u8.ToArray()];

    /// <summary>The ids of the containers that a thread's environment and working directory speak of, the most likely first.</summary>
    public static IEnumerable<byte[]> ContainerIds(ThreadState thread, MachineState machine)
    {
        foreach (var variable in s_variables)
        {
            if (FindContainerId(ProcessEnvironment.Find(ProcessEnvironment.Of(thread, machine), variable)) is { } id)
            {
                yield return id;
            }
        }

        if (FindContainerId(machine.GetWorkingDirectory(thread)) is { } here)
        {
            yield return here;
        }
    }

    /// <summary>The id of the innermost container that a path leads into; null when it is no sandbox.</summary>
    internal static byte[]? FindContainerId(ReadOnlySpan<byte> path)
    {
        foreach (var folder in s_folders)
        {
            var place = path.LastIndexOf(folder);
            if (place >= 0)
            {
                var id = path[(place + folder.Length)..];
                var end = id.IndexOf((byte)'/');
                return (end < 0 ? id : id[..end]).ToArray();
            }
        }

        return null;
    }
}
