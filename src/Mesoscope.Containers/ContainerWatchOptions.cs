namespace Mesoscope.Containers;

/// <summary>Where runtimes are, and how long they are waited for.</summary>
public sealed record ContainerWatchOptions
{
    /// <summary>Docker's socket. Default: where Docker makes it.</summary>
    public string DockerSocket { get; init; } = "/run/docker.sock";

    /// <summary>The socket of the machine's own Podman. Default: where systemd makes it.</summary>
    public string PodmanSocket { get; init; } = "/run/podman/podman.sock";

    /// <summary>Folder with one folder for each user, in which runtimes of users have their sockets. Default: <c>/run/user</c>.</summary>
    public string UserFolder { get; init; } = "/run/user";

    /// <summary>How long one answer of a runtime may take. Default: 2 seconds.</summary>
    public TimeSpan ReplyLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a runtime that is not there, or fails, is left alone at first; doubled up to 60 times that. Default: 1 second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a container is asked for again when its runtime failed. Default: 5 times.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>Requests that may wait. Default: 4096.</summary>
    public int MaxRequests { get; init; } = 4096;

    /// <summary>Answers that may wait to be taken. Default: 4096.</summary>
    public int MaxAnswers { get; init; } = 4096;

    /// <summary>Containers that are remembered as asked for; beyond, all are forgotten. Default: 65,536.</summary>
    public int MaxContainers { get; init; } = 65_536;

    /// <summary>Tells the time. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
