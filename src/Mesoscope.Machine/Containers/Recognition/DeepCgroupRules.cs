using System.Buffers;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>
/// Rules for threads that the reference takes for the host's: of engines that it does not know, and of containers that have control
/// groups of their own inside (systemd in a container, Podman's <c>container</c>). Asked only when none of <see cref="CgroupRules"/> fits.
/// They look at the parts of a path from the last to the first, so that of nested containers the innermost is found.
/// </summary>
static class DeepCgroupRules
{
    const int LongIdLength = 64;
    const int ShortIdLength = 12;
    const int UuidLength = 36;

    static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789abcdef"u8);

    static readonly SearchValues<byte> s_uuidCharacters = SearchValues.Create("0123456789abcdefABCDEF-"u8);

    // What stands before a long id, and who writes it so. The last one is the bare id of cgroupfs drivers.
    static readonly (byte[] Prefix, ContainerType Type)[] s_longIds =
    [
        ("docker-"u8.ToArray(), ContainerType.Docker),
        ("libpod-"u8.ToArray(), ContainerType.Podman),
        ("cri-containerd-"u8.ToArray(), ContainerType.Cri),
        ("crio-"u8.ToArray(), ContainerType.Cri),
        ([], ContainerType.Docker),
    ];

    // Prefix and suffix of a part that holds a name.
    static readonly (byte[] Prefix, byte[] Suffix, ContainerType Type)[] s_names =
    [
        ("lxc.payload."u8.ToArray(), [], ContainerType.Lxc),
        ("machine-"u8.ToArray(), ".scope"u8.ToArray(), ContainerType.Custom),
        ("systemd-nspawn@"u8.ToArray(), ".service"u8.ToArray(), ContainerType.Custom),
    ];

    /// <summary>The innermost container of the path.</summary>
    public static bool TryMatch(ReadOnlySpan<byte> path, out CgroupMatch match)
    {
        var after = default(ReadOnlySpan<byte>);
        while (!path.IsEmpty)
        {
            var slash = path.LastIndexOf((byte)'/');
            var part = path[(slash + 1)..];
            if (TryLongId(part, out match) || TryName(part, out match) || TryMesos(part, after, out match))
            {
                return true;
            }

            after = part;
            path = slash < 0 ? default : path[..slash];
        }

        match = default;
        return false;
    }

    static bool TryLongId(ReadOnlySpan<byte> part, out CgroupMatch match)
    {
        match = default;
        var id = part.EndsWith(".scope"u8) ? part[..^6] : part;
        if (id.Length < LongIdLength || id[^LongIdLength..].ContainsAnyExcept(s_digits))
        {
            return false;
        }

        foreach (var (prefix, type) in s_longIds)
        {
            if (id[..^LongIdLength].SequenceEqual(prefix))
            {
                match = new CgroupMatch(type, id.Slice(prefix.Length, ShortIdLength).ToArray());
                return true;
            }
        }

        return false;
    }

    // Virtual machines are registered like containers of systemd-nspawn, but are none.
    static bool TryName(ReadOnlySpan<byte> part, out CgroupMatch match)
    {
        match = default;
        foreach (var (prefix, suffix, type) in s_names)
        {
            if (part.Length > prefix.Length + suffix.Length && part.StartsWith(prefix) && part.EndsWith(suffix))
            {
                var name = part[prefix.Length..^suffix.Length];
                if (!name.StartsWith("qemu\\x2d"u8))
                {
                    match = new CgroupMatch(type, Unescape(name));
                    return true;
                }
            }
        }

        return false;
    }

    // .../mesos/UUID/...
    static bool TryMesos(ReadOnlySpan<byte> part, ReadOnlySpan<byte> after, out CgroupMatch match)
    {
        var isMesos = part.SequenceEqual("mesos"u8) && after.Length == UuidLength && !after.ContainsAnyExcept(s_uuidCharacters);
        match = isMesos ? new CgroupMatch(ContainerType.Mesos, after.ToArray()) : default;
        return isMesos;
    }

    // systemd writes a hyphen in a name as \x2d.
    static byte[] Unescape(ReadOnlySpan<byte> name)
    {
        List<byte> plain = [];
        while (name.IndexOf("\\x2d"u8) is >= 0 and var at)
        {
            plain.AddRange(name[..at]);
            plain.Add((byte)'-');
            name = name[(at + 4)..];
        }

        plain.AddRange(name);
        return [.. plain];
    }
}
