using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>
/// The control groups of a thread, stored as texts <c>subsystem=path</c> ended by NUL. The kernel's names of subsystems changed over
/// time (<c>mem_cgroup</c>, <c>memory</c>); fields know them by one name.
/// </summary>
static class ControlGroups
{
    const byte Separator = (byte)'=';

    /// <summary>Appends all of them with blanks between; false, and nothing appended, when there are none.</summary>
    public static bool TryAppendAll(Utf8Writer output, ReadOnlySpan<byte> groups)
    {
        var start = output.Length;
        while (TryTake(ref groups, out var subsystem, out var path))
        {
            if (output.Length > start)
            {
                output.Append((byte)' ');
            }

            AppendName(output, subsystem);
            output.Append(Separator);
            output.Append(path);
        }

        return output.Length > start;
    }

    /// <summary>The path in one subsystem; false when the thread has none there.</summary>
    /// <param name="groups">As stored.</param>
    /// <param name="name">The subsystem's name as fields know it.</param>
    /// <param name="scratch">Work space.</param>
    /// <param name="path">The path.</param>
    public static bool TryFind(ReadOnlySpan<byte> groups, ReadOnlySpan<byte> name, Utf8Writer scratch, out ReadOnlySpan<byte> path)
    {
        while (TryTake(ref groups, out var subsystem, out path))
        {
            scratch.Clear();
            AppendName(scratch, subsystem);
            if (scratch.Written.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    static bool TryTake(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> subsystem, out ReadOnlySpan<byte> path)
    {
        var end = rest.IndexOf((byte)0);
        var entry = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        var separator = entry.LastIndexOf(Separator);
        subsystem = separator < 0 ? default : entry[..separator];
        path = separator < 0 ? default : entry[(separator + 1)..];
        return separator >= 0;
    }

    static void AppendName(Utf8Writer output, ReadOnlySpan<byte> subsystem)
    {
        var suffix = subsystem.IndexOf("_cgroup"u8);
        if (suffix >= 0 && suffix + "_cgroup".Length < subsystem.Length)
        {
            output.Append(subsystem[..suffix]);
            output.Append(subsystem[(suffix + "_cgroup".Length)..]);
            return;
        }

        var name = suffix < 0 ? subsystem : subsystem[..suffix];
        output.Append(name.SequenceEqual("perf"u8) ? "perf_event"u8 : name.SequenceEqual("mem"u8) ? "memory"u8 : name.SequenceEqual("io"u8) ? "blkio"u8 : name);
    }
}
