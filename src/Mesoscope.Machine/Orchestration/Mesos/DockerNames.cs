using Mesoscope.Clusters.Model;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// The names that Mesos' Docker containerizer gives its containers: <c>mesos-CONTAINER</c> or <c>mesos-AGENT.CONTAINER</c>, a further part
/// behind it or not.
/// </summary>
static class DockerNames
{
    /// <summary>Whether a name is one that Mesos gives.</summary>
    public static bool IsOfMesos(ReadOnlySpan<byte> name) => name.StartsWith("mesos-"u8);

    /// <summary>The task that runs in the container of that name, or null.</summary>
    public static ClusterTask? FindTask(ClusterNames names, ReadOnlySpan<byte> name)
    {
        if (!IsOfMesos(name))
        {
            return null;
        }

        name = name["mesos-"u8.Length..];
        foreach (var part in name.Split((byte)'.'))
        {
            if (names.FindTaskByContainer(name[part]) is { } task)
            {
                return task;
            }
        }

        return null;
    }
}
