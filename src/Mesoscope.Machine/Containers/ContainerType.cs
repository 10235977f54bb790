namespace Mesoscope.Machine.Containers;

/// <summary>What runs a container. The numbers are those of recorded container events.</summary>
public enum ContainerType
{
    /// <summary>Docker.</summary>
    Docker = 0,

    /// <summary>LXC.</summary>
    Lxc = 1,

    /// <summary>LXC under libvirt.</summary>
    LibvirtLxc = 2,

    /// <summary>The native containerizer of Mesos.</summary>
    Mesos = 3,

    /// <summary>rkt.</summary>
    Rkt = 4,

    /// <summary>Something of the recorder's own.</summary>
    Custom = 5,

    /// <summary>A runtime behind the Container Runtime Interface that was not told apart.</summary>
    Cri = 6,

    /// <summary>containerd.</summary>
    Containerd = 7,

    /// <summary>CRI-O.</summary>
    CriO = 8,

    /// <summary>Process manager of Cloud Foundry.</summary>
    Bpm = 9,

    /// <summary>One container for the whole machine, by option.</summary>
    Static = 10,

    /// <summary>Podman.</summary>
    Podman = 11,
}
