using System.Buffers.Text;
using System.Globalization;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>Reads <c>status</c> of a thread. Where a line has a number for each pid namespace, the innermost is the last.</summary>
static class StatusText
{
    delegate void Member(ThreadFacts facts, ReadOnlySpan<byte> value);

    static readonly (byte[] Name, Member Set)[] s_members =
    [
        ("Tgid:"u8.ToArray(), static (f, value) => f.Entry.Pid = First(value)),
        ("PPid:"u8.ToArray(), static (f, value) => f.Entry.ParentTid = First(value)),
        ("Uid:"u8.ToArray(), static (f, value) => f.Entry.Uid = (uint)Second(value)),
        ("Gid:"u8.ToArray(), static (f, value) => f.Entry.Gid = (uint)Second(value)),
        ("Groups:"u8.ToArray(), SetGroups),
        ("NStgid:"u8.ToArray(), static (f, value) => f.Entry.VirtualPid = Last(value, out _)),
        ("NSpid:"u8.ToArray(), SetNamespaceTid),
        ("NSpgid:"u8.ToArray(), static (f, value) => f.Entry.VirtualGroupId = Last(value, out _)),
        ("VmSize:"u8.ToArray(), static (f, value) => f.Entry.VirtualMemoryKiB = (uint)First(value)),
        ("VmRSS:"u8.ToArray(), static (f, value) => f.Entry.ResidentMemoryKiB = (uint)First(value)),
        ("VmSwap:"u8.ToArray(), static (f, value) => f.Entry.SwapMemoryKiB = (uint)First(value)),
        ("CapInh:"u8.ToArray(), static (f, value) => f.Entry.InheritableCapabilities = Hex(value)),
        ("CapPrm:"u8.ToArray(), static (f, value) => f.Entry.PermittedCapabilities = Hex(value)),
        ("CapEff:"u8.ToArray(), static (f, value) => f.Entry.EffectiveCapabilities = Hex(value)),
    ];

    /// <summary>Takes over what the text tells; false when it does not even tell the process, as it then was no such text.</summary>
    public static bool Read(ReadOnlySpan<byte> text, ThreadFacts facts)
    {
        var isStatus = false;
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            foreach (var (name, set) in s_members)
            {
                if (line.StartsWith(name))
                {
                    set(facts, line[name.Length..]);
                    isStatus = true;
                    break;
                }
            }
        }

        return isStatus;
    }

    static void SetNamespaceTid(ThreadFacts facts, ReadOnlySpan<byte> value)
    {
        facts.Entry.VirtualTid = Last(value, out var count);
        facts.IsInNamespace = count > 1;
    }

    static void SetGroups(ThreadFacts facts, ReadOnlySpan<byte> value)
    {
        var cursor = new TextCursor(value);
        while (cursor.TryTakeNumber(out var group))
        {
            facts.Groups.Add((uint)group);
        }
    }

    static long First(ReadOnlySpan<byte> value) => new TextCursor(value).TakeNumber();

    // Real, effective, saved, file system: the effective one is what counts.
    static long Second(ReadOnlySpan<byte> value)
    {
        var cursor = new TextCursor(value);
        cursor.SkipWords(1);
        return cursor.TakeNumber();
    }

    static long Last(ReadOnlySpan<byte> value, out int count)
    {
        count = 0;
        var last = 0L;
        var cursor = new TextCursor(value);
        while (cursor.TryTakeNumber(out var number))
        {
            last = number;
            count++;
        }

        return last;
    }

    static ulong Hex(ReadOnlySpan<byte> value) =>
        ulong.TryParse(value.Trim(" \t"u8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
