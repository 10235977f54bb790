namespace Mesoscope.DemoCluster;

/// <summary>What a demo cluster runs.</summary>
public enum DemoScene
{
    /// <summary>A whole cluster: the shop with its pod, generated apps, Chronos, Metronome, batch frameworks, one that is disconnected.</summary>
    Cluster,

    /// <summary>
    /// Only what a tour shows: a redis that holds port 6379, a redis in Docker that wants the same one and dies for ever, a web app under
    /// load, an app that leaks until the kernel ends it, and a batch framework without groups. Without a Docker daemon the redis in Docker
    /// is left out (<see cref="DemoClusterHost.Remark"/>).
    /// </summary>
    Article,
}
