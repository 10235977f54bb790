namespace Mesoscope.DemoCluster.Model;

/// <summary>What runs a task's processes.</summary>
enum ContainerKind
{
    /// <summary>The Mesos containerizer without an image: a cgroup on the host's file system.</summary>
    Native,

    /// <summary>The Mesos containerizer with an image.</summary>
    NativeImage,

    /// <summary>The Docker containerizer.</summary>
    Docker,
}
