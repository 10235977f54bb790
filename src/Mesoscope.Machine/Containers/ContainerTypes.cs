namespace Mesoscope.Machine.Containers;

/// <summary>The words for what runs a container: those of the field <c>container.type</c>.</summary>
public static class ContainerTypes
{
    static readonly byte[][] s_words =
    [
        "docker"u8.ToArray(), "lxc"u8.ToArray(), "libvirt-lxc"u8.ToArray(), "mesos"u8.ToArray(), "rkt"u8.ToArray(), "custom"u8.ToArray(),
        "cri"u8.ToArray(), "containerd"u8.ToArray(), "cri-o"u8.ToArray(), "bpm"u8.ToArray(), "static"u8.ToArray(), "podman"u8.ToArray(),
    ];

    /// <summary>The word, UTF-8; empty for a number that none has. Not to be changed.</summary>
    public static byte[] ToText(ContainerType type) => (uint)type < (uint)s_words.Length ? s_words[(int)type] : [];
}
