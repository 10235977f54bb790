using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Containers;

/// <summary>
/// What is known of one container: from a container event, or only its id and type when no event told more. Texts are UTF-8 without
/// NUL, empty when not known. Not changed once it is in the table, but for <see cref="MesosTaskId"/>.
/// </summary>
public sealed class ContainerInfo
{
    /// <summary>Short id, as threads carry it.</summary>
    public byte[] Id { get; init; } = [];

    /// <summary>Grows from one container to the next that is added to the table.</summary>
    internal long Number { get; set; }

    /// <summary>Full id.</summary>
    public byte[] FullId { get; set; } = [];

    /// <summary>What runs it; numbers that are none of the enumeration's are kept.</summary>
    public ContainerType Type { get; set; }

    /// <summary>Name.</summary>
    public byte[] Name { get; set; } = [];

    /// <summary>Image as its user wrote it.</summary>
    public byte[] Image { get; set; } = [];

    /// <summary>Id of the image.</summary>
    public byte[] ImageId { get; set; } = [];

    /// <summary>Image without tag and digest.</summary>
    public byte[] ImageRepository { get; set; } = [];

    /// <summary>Tag of the image.</summary>
    public byte[] ImageTag { get; set; } = [];

    /// <summary>Digest of the image.</summary>
    public byte[] ImageDigest { get; set; } = [];

    /// <summary>IPv4 address, host order; 0 when not known.</summary>
    public uint Address { get; set; }

    /// <summary>Whether it may do all that the host may.</summary>
    public bool IsPrivileged { get; set; }

    /// <summary>Whether it is the place holder of a Kubernetes pod.</summary>
    public bool IsPodSandbox { get; set; }

    /// <summary>How far the recorder got when it asked for these facts.</summary>
    public ContainerLookupState LookupState { get; set; } = ContainerLookupState.Successful;

    /// <summary>Seconds since 1970 when it was made; 0 when not known.</summary>
    public long CreatedSeconds { get; set; }

    /// <summary>Mounts in the runtime's order.</summary>
    public IReadOnlyList<ContainerMount> Mounts { get; set; } = [];

    /// <summary>Ports of the host that lead into it.</summary>
    public IReadOnlyList<ContainerPort> Ports { get; set; } = [];

    /// <summary>Labels, sorted by the bytes of the key, each key once.</summary>
    public IReadOnlyList<Label> Labels { get; set; } = [];

    /// <summary>Labels of the pod's sandbox as newer recorders store them with the container, sorted likewise.</summary>
    public IReadOnlyList<Label> PodSandboxLabels { get; set; } = [];

    /// <summary>Id of the pod's sandbox; empty outside Kubernetes.</summary>
    public byte[] PodSandboxId { get; set; } = [];

    /// <summary>Answer of the network plugin, JSON; empty outside Kubernetes.</summary>
    public byte[] CniJson { get; set; } = [];

    /// <summary>Environment, <c>name=value</c>, as far as the recorder stored it.</summary>
    public IReadOnlyList<byte[]> Environment { get; set; } = [];

    /// <summary>Commands that the runtime starts in it from time to time.</summary>
    public IReadOnlyList<ContainerProbe> Probes { get; set; } = [];

    /// <summary>The Mesos task that it runs; empty for none.</summary>
    public byte[] MesosTaskId { get; set; } = [];

    /// <summary>Limit of memory in bytes; 0 for none.</summary>
    public long MemoryLimitBytes { get; set; }

    /// <summary>Limit of swap in bytes; 0 for none.</summary>
    public long SwapLimitBytes { get; set; }

    /// <summary>Share of the processors.</summary>
    public long CpuShares { get; set; } = 1024;

    /// <summary>Microseconds of processor time for each period; 0 for no limit.</summary>
    public long CpuQuota { get; set; }

    /// <summary>The period in microseconds.</summary>
    public long CpuPeriod { get; set; } = 100000;

    /// <summary>How many processors it may use; 0 for all.</summary>
    public int CpuSetCount { get; set; }

    /// <summary>User that it runs as, as the runtime writes it.</summary>
    public byte[] User { get; set; } = [];

    /// <summary>Whether it shares the host's process ids.</summary>
    public bool IsHostPid { get; set; }

    /// <summary>Whether it shares the host's network.</summary>
    public bool IsHostNetwork { get; set; }

    /// <summary>Whether it shares the host's IPC.</summary>
    public bool IsHostIpc { get; set; }

    /// <summary>How many of its processes were searched for the name of a Mesos task.</summary>
    internal int TaskSearches { get; set; }

    /// <summary>True when the facts are the runtime's own.</summary>
    public bool IsSuccessful => LookupState == ContainerLookupState.Successful;
}
