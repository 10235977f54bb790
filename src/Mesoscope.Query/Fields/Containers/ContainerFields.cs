using Mesoscope.Events.Schema;
using Mesoscope.Machine.Containers;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>The <c>container</c> family.</summary>
sealed class ContainerFields : FieldClass
{
    static readonly byte[] s_host = "host"u8.ToArray();

    /// <summary>What is known of a field besides its description: the extractor, and what it shows for the host; or the part of a mount.</summary>
    sealed record Entry(FieldInfo Info, ContainerExtractor? Extract = null, byte[]? HostText = null, MountPart Part = default);

    readonly Entry[] _entries =
    [
        new(Text("container.id", "Id of the container: the first 12 digits, a UUID or a name, as its engine has it; 'host' outside of containers.")),
        new(Text("container.name", "Name of the container; for containers of Mesos the name of the task, as long as it is known; 'host' outside of containers."), ContainerTexts.Name, s_host),
        new(Text("container.image", "The image as the container's maker wrote it, such as 'redis:7'."), ContainerTexts.Image),
        new(Text("container.image.id", "Id of the image."), ContainerTexts.ImageId),
        new(Text("container.type", "What runs the container: docker, podman, containerd, cri-o, lxc, libvirt-lxc, mesos, rkt, bpm; 'host' outside of containers."), ContainerTexts.Type, s_host),
        new(new FieldInfo("container.privileged", ParameterType.Bool, PrintFormat.None, "Whether the container may do all that the host may; known of Docker, Podman and the CRI runtimes."), ContainerTexts.Privileged),
        new(Text("container.mounts", "All mounts, comma-separated, each as source:destination:mode:writable:propagation."), ContainerTexts.Mounts),
        Mount("container.mount", MountPart.All, "One mount as source:destination:mode:writable:propagation, by its place in the list (container.mount[0]) or a pattern for its source (container.mount[/var/lib/*])."),
        Mount("container.mount.source", MountPart.Source, "Source of a mount, by its place (container.mount.source[0]) or a pattern for its destination."),
        Mount("container.mount.dest", MountPart.Destination, "Destination of a mount, by its place (container.mount.dest[0]) or a pattern for its source."),
        Mount("container.mount.mode", MountPart.Mode, "Mode of a mount, by its place (container.mount.mode[0]) or a pattern for its source."),
        Mount("container.mount.rdwr", MountPart.Writable, "Whether a mount can be written to, by its place (container.mount.rdwr[0]) or a pattern for its source."),
        Mount("container.mount.propagation", MountPart.Propagation, "Propagation of a mount, by its place (container.mount.propagation[0]) or a pattern for its source."),
        new(Text("container.image.repository", "The image without tag and digest, such as 'library/redis'."), ContainerTexts.ImageRepository),
        new(Text("container.image.tag", "The image's tag, such as 'latest'."), ContainerTexts.ImageTag),
        new(Text("container.image.digest", "The image's digest in its registry, such as 'sha256:1f2e...'."), ContainerTexts.ImageDigest),
        new(Text("container.healthcheck", "Command line of the container's health check; NONE when it has none."), ContainerTexts.HealthCheck),
        new(Text("container.liveness_probe", "Command line of the container's liveness probe; NONE when it has none."), ContainerTexts.LivenessProbe),
        new(Text("container.readiness_probe", "Command line of the container's readiness probe; NONE when it has none."), ContainerTexts.ReadinessProbe),
        new(Addition(Text("container.full_id", "The id at full length.")), ContainerTexts.FullId),
        new(Addition(Text("container.ip", "IPv4 address of the container.")), ContainerTexts.Address),
        new(Addition(Text("container.cni.json", "What the network plugin answered when the pod was made, JSON.")), ContainerTexts.CniJson),
        new(Addition(Truth("container.host_pid", "Whether the container shares the host's process ids.")), ContainerTexts.HostPid),
        new(Addition(Truth("container.host_network", "Whether the container shares the host's network.")), ContainerTexts.HostNetwork),
        new(Addition(Truth("container.host_ipc", "Whether the container shares the host's IPC.")), ContainerTexts.HostIpc),
        new(Addition(new FieldInfo("container.start_ts", ParameterType.AbsTime, PrintFormat.Decimal, "When the first process of the container began, nanoseconds since 1970."))),
        new(Addition(new FieldInfo("container.duration", ParameterType.RelTime, PrintFormat.Decimal, "Nanoseconds since the first process of the container began."))),
        new(Addition(Text("container.label", "A label of the container, as in container.label.version.")) with { Argument = FieldArgument.Required }),
        new(Addition(Text("container.labels", "All labels as key:value, comma-separated.")), ContainerTexts.Labels),
    ];

    /// <inheritdoc/>
    public ContainerFields() => Fields = Array.ConvertAll(_entries, static entry => entry.Info);

    /// <inheritdoc/>
    public override string Name => "container";

    /// <inheritdoc/>
    public override string Description => "What is known of the container that an event happened in. Id, name and type are 'host' for events outside of containers.";

    /// <inheritdoc/>
    public override IReadOnlyList<FieldInfo> Fields { get; }

    /// <summary>The mount fields find their brackets anywhere behind the name, as the reference does.</summary>
    public override int MeasureArgument(FieldInfo info, ReadOnlySpan<char> rest)
    {
        if (info.Name == "container.label")
        {
            return LabelArgument.Measure(rest);
        }

        var open = info.Name == "container.mount" && rest is ['.' or 's', ..] ? -1 : rest.IndexOf('[');
        var close = open < 0 ? -1 : rest[open..].IndexOf(']');
        return close < 0 ? 0 : open + close + 1;
    }

    /// <inheritdoc/>
    public override Field Bind(FieldInfo info, string text, string? argument, FieldSession session)
    {
        var entry = Array.Find(_entries, entry => entry.Info == info) ?? throw new ArgumentException(info.Name, nameof(info));
        if (entry.Extract is not null)
        {
            return new ContainerField(entry.Extract, entry.HostText) { Info = info, Text = text };
        }

        return info.Name switch
        {
            "container.id" => new ContainerIdField { Info = info, Text = text },
            "container.label" => new ContainerField(ContainerTexts.Label(argument ?? ""), null) { Info = info, Text = text },
            "container.start_ts" or "container.duration" => new ContainerTimeField(info.Name == "container.duration") { Info = info, Text = text },
            _ => new ContainerMountField(entry.Part, text[(text.IndexOf('[') + 1)..text.LastIndexOf(']')]) { Info = info, Text = text },
        };
    }

    static FieldInfo Text(string name, string description) => new(name, ParameterType.CharBuf, PrintFormat.None, description);

    static FieldInfo Truth(string name, string description) => new(name, ParameterType.Bool, PrintFormat.None, description);

    static FieldInfo Addition(FieldInfo info) => info with { IsAddition = true };

    static Entry Mount(string name, MountPart part, string description) =>
        new(Text(name, description) with { Argument = FieldArgument.Required }, Part: part);
}
