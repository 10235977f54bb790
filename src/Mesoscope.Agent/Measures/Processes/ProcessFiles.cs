using System.Buffers.Text;
using System.Text;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>Reads the files of <c>/proc/PID</c>.</summary>
/// <param name="files">The machine.</param>
sealed class ProcessFiles(MachineFiles files)
{
    // "/proc/PID/net/tcp6" is the longest kind of path.
    readonly byte[] _path = new byte[64];

    /// <summary>Begins with a process; false when it is gone already.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="isNew">Whether it began while the agent watched, so that all its counters tell happened since.</param>
    /// <param name="entry">The process.</param>
    public bool TryBegin(int id, bool isNew, out ProcessEntry entry)
    {
        entry = null!;
        if (!ProcessStat.TryRead(Read(id, "/stat"u8), out var stat))
        {
            return false;
        }

        entry = new ProcessEntry(id, stat.StartTicks) { IsKernel = stat.IsKernel };
        SetName(entry, stat.Name);
        if (isNew)
        {
            entry.Used = entry.MinorFaults = entry.MajorFaults = new CountedDelta(0);
        }

        return true;
    }

    /// <summary>Measures a process; false when it is gone, or its id belongs to another one now.</summary>
    public bool Read(ProcessEntry entry)
    {
        if (!ProcessStat.TryRead(Read(entry.Id, "/stat"u8), out var stat) || stat.StartTicks != entry.StartTicks)
        {
            return false;
        }

        var measure = entry.Measure;
        entry.Unread = 0;
        measure.UsedSeconds = entry.Used.Take(stat.UsedSeconds);
        measure.MinorFaults = entry.MinorFaults.Take(stat.MinorFaults);
        measure.MajorFaults = entry.MajorFaults.Take(stat.MajorFaults);
        measure.Threads = stat.Threads;
        measure.ResidentBytes = stat.ResidentBytes;
        measure.VirtualBytes = stat.VirtualBytes;
        if (!stat.Name.SequenceEqual(entry.NameBytes))
        {
            SetName(entry, stat.Name);
        }

        return true;
    }

    /// <summary>The content of its <c>cgroup</c>; empty when it is gone.</summary>
    public ReadOnlySpan<byte> ReadGroups(int id) => Read(id, "/cgroup"u8);

    /// <summary>Its environment; empty when it may not be read or is gone.</summary>
    public ReadOnlySpan<byte> ReadEnvironment(int id) => Read(id, "/environ"u8);

    /// <summary>Its program and arguments with blanks between them; empty when it is gone.</summary>
    public string ReadCommandLine(int id) => Encoding.UTF8.GetString(Read(id, "/cmdline"u8)).Replace('\0', ' ').TrimEnd();

    /// <summary>Counts what it has open, and how much it may.</summary>
    public void CountDescriptors(ProcessEntry entry)
    {
        if (!files.Reader.TryOpenFile(files.Proc, Path(entry.Id, "/fd"u8), out var folder))
        {
            return;
        }

        using (folder)
        {
            entry.Measure.Descriptors = files.Reader.Numbers(folder).Count;
        }

        if (double.IsNaN(entry.Measure.DescriptorLimit))
        {
            entry.Measure.DescriptorLimit = FindLimit(Read(entry.Id, "/limits"u8));
        }
    }

    /// <summary>The soft limit of open files in <c>/proc/PID/limits</c>; NaN when there is none.</summary>
    internal static double FindLimit(ReadOnlySpan<byte> text)
    {
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (line.StartsWith("Max open files"u8))
            {
                return new TextCursor(line["Max open files".Length..]).TryTakeNumber(out var limit) ? limit : double.NaN;
            }
        }

        return double.NaN;
    }

    static void SetName(ProcessEntry entry, ReadOnlySpan<byte> name)
    {
        entry.NameBytes = name.ToArray();
        entry.Name = Encoding.UTF8.GetString(name);
    }

    ReadOnlySpan<byte> Read(int id, ReadOnlySpan<byte> file) => files.ReadProc(Path(id, file));

    ReadOnlySpan<byte> Path(int id, ReadOnlySpan<byte> file)
    {
        Utf8Formatter.TryFormat(id, _path, out var length);
        file.CopyTo(_path.AsSpan(length));
        return _path.AsSpan(0, length + file.Length);
    }
}
