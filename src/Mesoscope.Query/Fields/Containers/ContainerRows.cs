using Mesoscope.Clusters.Text;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Fields.Orchestration;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>The fields of a container but for its mounts. A text that is not known is absent, not empty.</summary>
static class ContainerRows
{
    static readonly byte[] s_host = "host"u8.ToArray();

    /// <summary>Those before the mounts.</summary>
    public static FieldRow[] First =>
    [
        OfText("container.id", "Id of the container: the first 12 digits, a UUID or a name, as its engine has it; 'host' outside of containers.", static (c, s, ref v) =>
            c.Thread is { } thread && v.Set(thread.ContainerId.Length == 0 ? s_host : thread.ContainerId)),
        OfText("container.name", "Name of the container; of a Mesos container the name of its task while that is known; 'host' outside of containers.", static (c, s, ref v) =>
            IsHost(c) ? v.Set(s_host) : ContainerLookup.Find(c, s) is { } container && SetKnown(ref v, FindName(container, c.Machine))),
        Text("container.image", "The image as the container's maker wrote it, such as 'redis:7'.", static container => container.Image),
        Text("container.image.id", "Id of the image.", static container => container.ImageId),
        OfText("container.type", "What runs the container: docker, podman, containerd, cri-o, lxc, mesos, rkt and so on; 'host' outside of containers.", static (c, s, ref v) =>
            IsHost(c) ? v.Set(s_host) : ContainerLookup.Find(c, s) is { } container && v.Set(ContainerTypes.ToText(container.Type))),
        OfBool("container.privileged", "Whether the container may do all that the host may; known of Docker, Podman and the CRI runtimes.", static (c, s, ref v) =>
            ContainerLookup.Find(c, s) is { } container && IsLikeDocker(container.Type) && v.Set(container.IsPrivileged)),
    ];

    /// <summary>Those behind the mounts.</summary>
    public static FieldRow[] Last =>
    [
        Text("container.image.repository", "The image without tag and digest, such as 'library/redis'.", static container => container.ImageRepository),
        Text("container.image.tag", "The image's tag, such as 'latest'.", static container => container.ImageTag),
        Text("container.image.digest", "The image's digest in its registry, such as 'sha256:1f2e...'.", static container => container.ImageDigest),
        Probe("container.healthcheck", ProbeKind.HealthCheck, "health check"),
        Probe("container.liveness_probe", ProbeKind.Liveness, "liveness probe"),
        Probe("container.readiness_probe", ProbeKind.Readiness, "readiness probe"),
        OfText("container.task", "What an orchestrator calls the thread's container: its Mesos task, else its Kubernetes pod, else its Docker Swarm task or Compose service.", static (c, s, ref v) =>
            (TaskLookup.FindTask(c)?.Name ?? ClusterLookup.FindPod(c)?.Name ?? FindLabel(ContainerLookup.Find(c, s))) is { } name && v.Set(name)).AsAddition(),
    ];

    /// <summary>A field that is a text of the record.</summary>
    public static FieldRow Text(string name, string description, Func<ContainerInfo, byte[]> take) => OfText(
        name, description, (c, s, ref v) => ContainerLookup.Find(c, s) is { } container && SetKnown(ref v, take(container)));

    static FieldRow Probe(string name, ProbeKind kind, string noun) => OfText(
        name,
        $"Command line of the container's {noun}; NONE when it has none.",
        (c, s, ref v) => ContainerLookup.Find(c, s) is { } container && SetProbe(ref v, container, kind, s));

    static bool IsHost(Machine.EventContext context) => context.Thread is { ContainerId.Length: 0 };

    static bool IsLikeDocker(ContainerType type) =>
        type is ContainerType.Docker or ContainerType.Cri or ContainerType.Containerd or ContainerType.CriO or ContainerType.Podman;

    /// <summary>Mesos names its own containers by their id; what people call them is the task.</summary>
    static byte[] FindName(ContainerInfo container, Machine.MachineState machine) =>
        (container.Type == ContainerType.Mesos ? machine.Tasks.FindTask(container)?.Name : null) ?? container.Name;

    // Labels that Docker itself and its Compose set on what they start.
    static byte[]? FindLabel(ContainerInfo? container) =>
        container is null
            ? null
            : Label.Find(container.Labels, "com.docker.swarm.task.name"u8) ?? Label.Find(container.Labels, "com.docker.compose.service"u8);

    static bool SetKnown(ref FieldValue value, byte[] text) => text.Length > 0 && value.Set(text);

    static bool SetProbe(ref FieldValue value, ContainerInfo container, ProbeKind kind, FieldScratch scratch)
    {
        for (var i = 0; i < container.Probes.Count; i++)
        {
            if (container.Probes[i] is var probe && probe.Kind == kind)
            {
                var text = scratch.NewText();
                text.Append(probe.Exe);
                for (var j = 0; j < probe.Arguments.Count; j++)
                {
                    text.Append((byte)' ');
                    text.Append(probe.Arguments[j]);
                }

                return value.Set(text.Written);
            }
        }

        return value.Set("NONE"u8);
    }
}
