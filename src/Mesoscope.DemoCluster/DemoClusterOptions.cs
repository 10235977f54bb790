namespace Mesoscope.DemoCluster;

/// <summary>What a demo cluster consists of and how it behaves.</summary>
public sealed record DemoClusterOptions
{
    /// <summary>What runs. Default a whole cluster.</summary>
    public DemoScene Scene { get; init; } = DemoScene.Cluster;

    /// <summary>Number of Mesos masters, 1 to 9. Default 3.</summary>
    public int Masters { get; init; } = 3;

    /// <summary>Number of Marathons, 0 to 9. Default 2: the first is named <c>marathon</c>, the second <c>marathon-user</c>, all others <c>marathon</c> again.</summary>
    public int Marathons { get; init; } = 2;

    /// <summary>Number of Mesos agents, at least 1. Default 3. The first <see cref="MaxAgentServers"/> answer requests; more are listed only.</summary>
    public int Agents { get; init; } = 3;

    /// <summary>Number of generated apps beside those of the scene that every cluster has; none are with <see cref="DemoScene.Article"/>. Default 8.</summary>
    public int Apps { get; init; } = 8;

    /// <summary>Further frameworks of one name and without groups. Default 1.</summary>
    public int BatchFrameworks { get; init; } = 1;

    /// <summary>Running tasks of each of the <see cref="BatchFrameworks"/>. Default 4.</summary>
    public int TasksPerBatchFramework { get; init; } = 4;

    /// <summary>Further labels of each of these tasks, about 50 bytes each, to make documents large. Default 0.</summary>
    public int LabelsPerBatchTask { get; init; }

    /// <summary>
    /// True: tasks are real processes on this machine, in cgroups as Mesos makes them, and Docker containers where a daemon answers. Needs
    /// root. Default false: tasks are only told of.
    /// </summary>
    public bool Run { get; init; }

    /// <summary>The program that plays small tasks (<c>PROGRAM demo-task web</c>). Default null: those tasks idle.</summary>
    public string? Program { get; init; }

    /// <summary>Address of the Docker daemon as in DOCKER_HOST. Default null: that variable's, or the standard one.</summary>
    public string? DockerHost { get; init; }

    /// <summary>Names, ids and choices follow from it; ids of tasks that really run are new each time. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Port of the first master; the others follow, Marathons start at 30 above, the admin router is 60 above and Mesos agents start at
    /// 100 above. 0 (default) lets the system choose each port.
    /// </summary>
    public int Port { get; init; }

    /// <summary>The Mesos version whose paths and documents are served. Default 1.11.0, the last release.</summary>
    public Version MesosVersion { get; init; } = new(1, 11, 0);

    /// <summary>How often the master's stream says that it is alive. Default 15 s, as Mesos has it.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When set, masters, Marathons and Mesos agents ask for this name and <see cref="Password"/> (HTTP Basic). Default null: open.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Who may sign in at the admin router. Default <c>demo</c>.</summary>
    public string DcosUser { get; init; } = "demo";

    /// <summary>The password of <see cref="DcosUser"/>. Default <c>demo</c>.</summary>
    public string DcosPassword { get; init; } = "demo";

    /// <summary>Public RSA key (PEM) with which tokens of service accounts are checked. Default null: no service account may sign in.</summary>
    public string? DcosServiceAccountKeyPem { get; init; }

    /// <summary>How long a sign-in token is good. Default 5 days, as DC/OS has it.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(5);

    /// <summary>True: every server speaks HTTPS with a certificate made for this cluster. Default false.</summary>
    public bool Tls { get; init; }

    /// <summary>The host that the certificate is for. Default localhost, with 127.0.0.1; another name makes a certificate that does not fit.</summary>
    public string TlsHost { get; init; } = "localhost";

    /// <summary>The clock of all time stamps. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many Mesos agents get a server of their own.</summary>
    public const int MaxAgentServers = 16;

    internal void Check()
    {
        const int MaxServers = 9;
        ArgumentOutOfRangeException.ThrowIfLessThan(Masters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Masters, MaxServers);
        ArgumentOutOfRangeException.ThrowIfNegative(Marathons);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Marathons, MaxServers);
        ArgumentOutOfRangeException.ThrowIfLessThan(Agents, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Apps);
        ArgumentOutOfRangeException.ThrowIfNegative(BatchFrameworks);
        ArgumentOutOfRangeException.ThrowIfNegative(TasksPerBatchFramework);
        ArgumentOutOfRangeException.ThrowIfNegative(LabelsPerBatchTask);
    }
}
