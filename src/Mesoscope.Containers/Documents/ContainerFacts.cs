namespace Mesoscope.Containers.Documents;

/// <summary>What a runtime told of a container. Texts are empty when it did not.</summary>
sealed record ContainerFacts
{
    /// <summary>Short id.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the runtime, as container events have it.</summary>
    public required int Type { get; init; }

    /// <summary>Whether the runtime answered.</summary>
    public bool IsSuccessful { get; init; } = true;

    /// <summary>Full id.</summary>
    public string FullId { get; init; } = "";

    /// <summary>Name, without the slash that Docker puts before it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The image and its parts.</summary>
    public ImageName Image { get; init; } = ImageName.None;

    /// <summary>Id of the image, without the name of the hash.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>IPv4 address; <c>0.0.0.0</c> when it has none of its own.</summary>
    public string Address { get; init; } = "0.0.0.0";

    /// <summary>User that it runs as.</summary>
    public string User { get; init; } = "";

    /// <summary>Whether it may do all that the host may.</summary>
    public bool IsPrivileged { get; init; }

    /// <summary>Whether it is the place holder of a Kubernetes pod.</summary>
    public bool IsPodSandbox { get; init; }

    /// <summary>Whether it shares the host's process ids.</summary>
    public bool IsHostPid { get; init; }

    /// <summary>Whether it shares the host's network.</summary>
    public bool IsHostNetwork { get; init; }

    /// <summary>Whether it shares the host's IPC.</summary>
    public bool IsHostIpc { get; init; }

    /// <summary>Seconds since 1970 when it was made; 0 when not known.</summary>
    public long CreatedSeconds { get; init; }

    /// <summary>Limit of memory in bytes; 0 for none.</summary>
    public long MemoryLimitBytes { get; init; }

    /// <summary>Limit of swap in bytes; 0 for none.</summary>
    public long SwapLimitBytes { get; init; }

    /// <summary>Share of the processors.</summary>
    public long CpuShares { get; init; } = 1024;

    /// <summary>Microseconds of processor time for each period; 0 for no limit.</summary>
    public long CpuQuota { get; init; }

    /// <summary>The period in microseconds.</summary>
    public long CpuPeriod { get; init; } = 100_000;

    /// <summary>How many processors it may use; 0 for all.</summary>
    public int CpuSetCount { get; init; }

    /// <summary>Mounts.</summary>
    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Ports.</summary>
    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary>Labels.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>The part of the environment that tells of Mesos and Marathon, <c>name=value</c>.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>Check of its health; null for none.</summary>
    public ContainerProbe? HealthCheck { get; init; }

    /// <summary>The Mesos task that it runs; empty for none.</summary>
    public string MesosTaskId { get; init; } = "";
}
