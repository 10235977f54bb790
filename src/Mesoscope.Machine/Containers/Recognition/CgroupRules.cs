using System.Buffers;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>
/// The rules by which control group paths tell the container, in the order in which they are asked. Each rule looks at the thread's
/// paths one after the other and the first that fits decides; of those of Mesos the longest, because only some hierarchies tell the
/// inner container of a pod.
/// </summary>
static class CgroupRules
{
    /// <summary>Digits in the long ids of Docker, Podman and the CRI runtimes.</summary>
    const int LongIdLength = 64;

    /// <summary>How many of them threads carry.</summary>
    const int ShortIdLength = 12;

    /// <summary>Length of a UUID as Mesos writes it.</summary>
    const int UuidLength = 36;

    static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    static readonly SearchValues<byte> s_uuidCharacters = SearchValues.Create("0123456789abcdefABCDEF-"u8);

    static readonly SearchValues<byte> s_bpmCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"u8);

    delegate bool Rule(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id);

    static readonly (ContainerType Type, Rule Rule)[] s_rules =
    [
        (ContainerType.Podman, Podman),
        (ContainerType.Docker, Docker),
        (ContainerType.Cri, Cri),
        (ContainerType.Lxc, Lxc),
        (ContainerType.LibvirtLxc, LibvirtLxc),
        (ContainerType.Mesos, Mesos),
        (ContainerType.Bpm, Bpm),
    ];

    /// <summary>All that the rules make of a thread's control groups.</summary>
    /// <param name="cgroups"><c>subsystem=path</c>, each ended by NUL.</param>
    public static CgroupMatch[] Match(ReadOnlySpan<byte> cgroups)
    {
        List<CgroupMatch>? matches = null;
        foreach (var (type, rule) in s_rules)
        {
            var rest = cgroups;
            ReadOnlySpan<byte> found = default;
            var length = -1;
            while (TryTakePath(ref rest, out var path))
            {
                if (path.Length > length && rule(path, out var id))
                {
                    found = id;
                    length = path.Length;
                    if (type != ContainerType.Mesos)
                    {
                        break;
                    }
                }
            }

            if (length >= 0)
            {
                (matches ??= []).Add(new CgroupMatch(type, found.ToArray()));
            }
        }

        return matches?.ToArray() ?? MatchDeep(cgroups);
    }

    static CgroupMatch[] MatchDeep(ReadOnlySpan<byte> cgroups)
    {
        while (TryTakePath(ref cgroups, out var path))
        {
            if (DeepCgroupRules.TryMatch(path, out var match))
            {
                return [match];
            }
        }

        return [];
    }

    /// <summary>Whether one of the paths ends like a service of systemd, as those of rkt do.</summary>
    public static bool TryFindService(ReadOnlySpan<byte> cgroups, out ReadOnlySpan<byte> name)
    {
        var rest = cgroups;
        while (TryTakePath(ref rest, out var path))
        {
            if (path.EndsWith(".service"u8))
            {
                name = path[(path.LastIndexOf((byte)'/') + 1)..^8];
                return true;
            }
        }

        name = default;
        return false;
    }

    /// <summary>Takes the next path off; a text without <c>=</c> ends the list.</summary>
    static bool TryTakePath(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> path)
    {
        path = default;
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest.IndexOf((byte)0);
        var text = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        var sign = text.LastIndexOf((byte)'=');
        path = text[(sign + 1)..];
        return sign >= 0;
    }

    static bool Podman(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id) => LongId(path, "/libpod-"u8, ".scope"u8, out id);

    static bool Docker(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id) =>
        LongId(path, "/"u8, default, out id) || LongId(path, "/docker-"u8, ".scope"u8, out id);

    static bool Cri(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id) =>
        LongId(path, "/"u8, default, out id)
        || LongId(path, "/crio-"u8, default, out id)
        || LongId(path, "/cri-containerd-"u8, ".scope"u8, out id)
        || LongId(path, "/crio-"u8, ".scope"u8, out id)
        || LongId(path, ":cri-containerd:"u8, default, out id);

    static bool Lxc(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id) =>
        NextPart(path, "/lxc/"u8, out id) || NextPart(path, "/lxc.payload/"u8, out id);

    static bool LibvirtLxc(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id)
    {
        id = default;
        var suffix = path.IndexOf(".libvirt-lxc"u8);
        if (suffix >= 0 && suffix == path.Length - 12 && path.LastIndexOf((byte)'/') is >= 0 and var slash)
        {
            id = slash < suffix ? path[(slash + 1)..suffix] : default;
            return true;
        }

        var lxc = path.IndexOf("-lxc\\x2"u8);
        var scope = path.IndexOf(".scope"u8);
        if (lxc >= 0 && scope >= 0 && scope == path.Length - 6)
        {
            // The escape is \x2d, a hyphen: its last digit goes as well.
            id = lxc + 8 <= scope ? path[(lxc + 8)..scope] : default;
            return true;
        }

        var legacy = path.IndexOf("/libvirt/lxc/"u8);
        id = legacy < 0 ? default : path[(legacy + 13)..];
        return legacy >= 0;
    }

    /// <summary>
    /// The native containerizer: a UUID behind <c>/mesos/</c>. A container in a container (a pod) has one for each level; the last
    /// one is its own.
    /// </summary>
    static bool Mesos(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id)
    {
        id = default;
        var start = path.IndexOf("/mesos/"u8);
        while (start >= 0)
        {
            var rest = path[(start + 7)..];
            if (rest.Length < UuidLength || rest[..UuidLength].IndexOfAnyExcept(s_uuidCharacters) >= 0)
            {
                return false;
            }

            if (rest.Length == UuidLength)
            {
                id = rest;
                return true;
            }

            path = rest[UuidLength..];
            start = path.StartsWith("/mesos/"u8) ? 0 : -1;
        }

        return false;
    }

    static bool Bpm(ReadOnlySpan<byte> path, out ReadOnlySpan<byte> id)
    {
        id = default;
        var start = path.IndexOf("bpm-"u8);
        if (start < 0)
        {
            return false;
        }

        var rest = path[(start + 4)..];
        var end = rest.IndexOf(".scope"u8);
        id = end < 0 ? rest : rest[..end];
        return !id.IsEmpty && id.IndexOfAnyExcept(s_bpmCharacters) < 0;
    }

    /// <summary>
    /// A long id between the last prefix and the last suffix. Like the reference, a character that is no digit disqualifies only when
    /// it stands among the path's first 64.
    /// </summary>
    static bool LongId(ReadOnlySpan<byte> path, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> suffix, out ReadOnlySpan<byte> id)
    {
        id = default;
        var start = path.LastIndexOf(prefix);
        var end = suffix.IsEmpty ? path.Length : path.LastIndexOf(suffix);
        if (start < 0 || end - (start + prefix.Length) != LongIdLength)
        {
            return false;
        }

        start += prefix.Length;
        var invalid = path[start..].IndexOfAnyExcept(s_digits);
        if (invalid >= 0 && start + invalid < LongIdLength)
        {
            return false;
        }

        id = path.Slice(start, ShortIdLength);
        return true;
    }

    static bool NextPart(ReadOnlySpan<byte> path, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> id)
    {
        var start = path.IndexOf(prefix);
        id = start < 0 ? default : path[(start + prefix.Length)..];
        var end = id.IndexOf((byte)'/');
        id = end < 0 ? id : id[..end];
        return start >= 0;
    }
}
