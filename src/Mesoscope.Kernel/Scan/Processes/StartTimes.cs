using System.Buffers.Text;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>Turns ticks since boot into times, and knows when the first process of each pid namespace started.</summary>
sealed class StartTimes
{
    // The kernel shows times of processes in hundredths of a second on every architecture that is supported.
    const ulong NanosecondsPerTick = 10_000_000;

    /// <summary>Namespaces that are remembered; beyond, all are forgotten and learned anew.</summary>
    const int MaxCount = 16384;

    readonly Dictionary<ulong, ulong> _namespaces = [];
    readonly ulong _boot;
    readonly ulong _firstStart;

    /// <param name="proc">The process file system.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="now">Nanoseconds since 1970, now.</param>
    public StartTimes(Folder proc, FolderReader reader, ulong now)
    {
        // More exact than the time of boot in stat, which has whole seconds.
        _boot = Utf8Parser.TryParse(new TextCursor(reader.Read(proc, "uptime"u8)).TakeWord(), out decimal uptime, out _) && uptime > 0
            ? now - Math.Min(now, (ulong)(uptime * 1_000_000_000))
            : 0;
        var facts = new ThreadFacts();
        facts.Begin(1);
        _firstStart = StatText.Read(reader.Read(proc, "1/stat"u8), facts) ? At(facts.StartTicks) : 0;
    }

    /// <summary>Nanoseconds since 1970; 0 when the time of boot is not known.</summary>
    public ulong At(ulong ticks) => _boot == 0 ? 0 : _boot + (ticks * NanosecondsPerTick);

    /// <summary>When the first process of the thread's pid namespace started; 0 when that is not known.</summary>
    public ulong NamespaceStart(ThreadFacts facts, Folder process)
    {
        if (!facts.IsInNamespace)
        {
            return _firstStart;
        }

        if (!FolderReader.TryGetFacts(process, "ns/pid"u8, out var file))
        {
            return 0;
        }

        if (facts.Entry.VirtualPid == 1)
        {
            if (_namespaces.Count >= MaxCount)
            {
                _namespaces.Clear();
            }

            return _namespaces[file.Inode] = facts.Entry.CloneTime;
        }

        return _namespaces.GetValueOrDefault(file.Inode);
    }
}
