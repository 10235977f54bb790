using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Host;

/// <summary>Reads what there is to know of the machine itself.</summary>
static class MachineFacts
{
    const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The machine, from <c>stat</c>, <c>meminfo</c> and <c>sys/kernel</c>; what is missing there is 0 or empty.</summary>
    public static MachineEntry Read(Folder proc, FolderReader reader)
    {
        var (cpus, boot) = ReadStat(reader.Read(proc, "stat"u8));
        return new MachineEntry
        {
            CpuCount = cpus,
            BootTime = boot,
            MemoryBytes = ReadMemory(reader.Read(proc, "meminfo"u8)),
            MaxPid = Utf8Parser.TryParse(reader.Read(proc, "sys/kernel/pid_max"u8), out ulong max, out _) ? max : 0,
            HostName = reader.Read(proc, "sys/kernel/hostname"u8).TrimEnd((byte)'\n').ToArray(),
        };
    }

    static (uint Cpus, ulong Boot) ReadStat(ReadOnlySpan<byte> text)
    {
        var cpus = 0u;
        var boot = 0UL;
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (line.StartsWith("cpu"u8) && line.Length > 3 && char.IsAsciiDigit((char)line[3]))
            {
                cpus++;
            }
            else if (line.StartsWith("btime "u8))
            {
                boot = (ulong)new TextCursor(line[6..]).TakeNumber() * NanosecondsPerSecond;
            }
        }

        return (cpus, boot);
    }

    static ulong ReadMemory(ReadOnlySpan<byte> text)
    {
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (line.StartsWith("MemTotal:"u8))
            {
                return (ulong)new TextCursor(line[9..]).TakeNumber() * 1024;
            }
        }

        return 0;
    }
}
