using Mesoscope.Agent.Labels;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Watch;
using Mesoscope.Containers;

namespace Mesoscope.Agent;

/// <summary>What an agent measures and where it sends.</summary>
public sealed record AgentOptions
{
    /// <summary>Root of the server, <c>http://</c> or <c>https://</c>; a path in it is kept.</summary>
    public required Uri Server { get; init; }

    /// <summary>Shows the server that this agent may send.</summary>
    public required Secret AccessKey { get; init; }

    /// <summary>Folder for the agent's id and for what waits to be sent. Default <c>/var/lib/mesoscope/agent</c>.</summary>
    public string DataFolder { get; init; } = "/var/lib/mesoscope/agent";

    /// <summary>The server's certificate. Default: those of the machine are trusted.</summary>
    public TlsOptions Tls { get; init; } = TlsOptions.Default;

    /// <summary>Labels of everything that this agent measures, <c>agent.tag.X</c>. Default none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the host; empty, the default, for what the host calls itself.</summary>
    public string HostName { get; init; } = "";

    /// <summary>Where the process file system of the machine is. Default <c>/proc</c>; in a container where the machine's is mounted.</summary>
    public string ProcFolder { get; init; } = "/proc";

    /// <summary>Where the control group file systems are. Default <c>/sys/fs/cgroup</c>.</summary>
    public string CgroupFolder { get; init; } = "/sys/fs/cgroup";

    /// <summary>Where the root folder of the machine is. Default <c>/</c>.</summary>
    public string RootFolder { get; init; } = "/";

    /// <summary>Whether calls are counted in the kernel where that is possible. Default true.</summary>
    public bool CountsCalls { get; init; } = true;

    /// <summary>Whether the arguments of programs travel; they may hold secrets. Default true.</summary>
    public bool SendsCommandLines { get; init; } = true;

    /// <summary>Containers that are measured at most. Default 2,000.</summary>
    public int MaxContainers { get; init; } = 2000;

    /// <summary>Processes of a container, and of the host, that are shown by each of processor time, memory, network and files. Default 5.</summary>
    public int TopProcesses { get; init; } = 5;

    /// <summary>Connections that are shown at once. Default 1,000; 0 for none.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>Bytes that may wait on the disk. Default 512 MiB, some weeks of an ordinary host.</summary>
    public long MaxSpoolBytes { get; init; } = 512L << 20;

    /// <summary>Which labels of containers, tasks and apps travel.</summary>
    public LabelLimits Labels { get; init; } = new();

    /// <summary>Container runtimes; null for not asking any. Default: the usual places.</summary>
    public ContainerWatchOptions? Runtimes { get; init; } = new();

    /// <summary>The cluster whose masters are asked, and how; without addresses, the default, none but what is found on the node itself.</summary>
    public WatchOptions Cluster { get; init; } = new() { Addresses = new ClusterAddresses() };

    /// <summary>What tells the cluster's tasks from those of other clusters; empty, the default, for the id of its Marathon's framework.</summary>
    public string ClusterName { get; init; } = "";

    /// <summary>Whether a master on this node is looked for when <see cref="Cluster"/> has no addresses. Default true.</summary>
    public bool FindsMasters { get; init; } = true;
}
