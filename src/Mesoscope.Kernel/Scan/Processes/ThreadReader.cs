using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>Reads threads out of their folders in the process file system.</summary>
sealed class ThreadReader(FolderReader reader, StartTimes starts, CgroupText cgroups)
{
    // RLIMIT_NOFILE, from asm-generic/resource.h.
    const int DescriptorLimit = 7;

    // PPM_CL_CLONE_FILES and PPM_CL_CLONE_THREAD: nothing tells how a thread was made, but nearly all are made so.
    const uint FlagsOfThread = (1 << 0) | (1 << 13);

    readonly ThreadFacts _facts = new();

    /// <summary>
    /// Reads the main thread of a process; null when it has ended. What the kernel refuses to tell stays empty, and is counted.
    /// </summary>
    public ThreadEntry? ReadProcess(Folder folder, long pid)
    {
        if (!ReadOwn(folder, pid))
        {
            return null;
        }

        var entry = _facts.Entry;
        if (!_facts.IsKernelThread)
        {
            ReadShared(folder, entry);
        }

        entry.NamespaceInitTime = starts.NamespaceStart(_facts, folder);
        return entry;
    }

    /// <summary>Reads another thread of a process, what it shares with the main thread taken from there; null when it has ended.</summary>
    public ThreadEntry? ReadThread(Folder folder, long tid, ThreadEntry main)
    {
        if (!ReadOwn(folder, tid))
        {
            return null;
        }

        var entry = _facts.Entry;
        entry.Exe = main.Exe;
        entry.ExePath = main.ExePath;
        entry.Arguments = main.Arguments;
        entry.Environment = main.Environment;
        entry.WorkingDirectory = main.WorkingDirectory;
        entry.Root = main.Root;
        entry.DescriptorLimit = main.DescriptorLimit;
        entry.LoginUid = main.LoginUid;
        entry.ExeInode = main.ExeInode;
        entry.ExeChangeTime = main.ExeChangeTime;
        entry.ExeModificationTime = main.ExeModificationTime;
        entry.IsExeWritable = main.IsExeWritable;
        entry.IsExeFromMemFd = main.IsExeFromMemFd;
        entry.NamespaceInitTime = main.NamespaceInitTime;
        entry.Flags = FlagsOfThread;
        return entry;
    }

    bool ReadOwn(Folder folder, long tid)
    {
        _facts.Begin(tid);
        var status = reader.Read(folder, "status"u8);
        if (status.IsEmpty)
        {
            return false;
        }

        if (!StatusText.Read(status, _facts))
        {
            reader.Problems.Add(ScanProblem.Malformed);
        }

        var stat = reader.Read(folder, "stat"u8);
        if (stat.IsEmpty)
        {
            return false;
        }

        if (!StatText.Read(stat, _facts))
        {
            reader.Problems.Add(ScanProblem.Malformed);
        }

        _facts.Entry.CloneTime = starts.At(_facts.StartTicks);
        _facts.Entry.Cgroups = cgroups.Read(reader.Read(folder, "cgroup"u8));
        return true;
    }

    void ReadShared(Folder folder, ThreadEntry entry)
    {
        var isCut = CommandLineText.Read(reader.Read(folder, "cmdline"u8), entry);
        entry.Environment = EnvironmentText.Cut(reader.Read(folder, "environ"u8), out var isEnvironmentCut);
        if (isCut || isEnvironmentCut)
        {
            reader.Problems.Add(ScanProblem.Cut);
        }

        // A process that has ended and waits for its parent has no executable any more.
        entry.ExePath = reader.ReadLink(folder, "exe"u8, isOptional: true).ToArray();
        entry.WorkingDirectory = reader.ReadLink(folder, "cwd"u8).ToArray();
        entry.Root = reader.ReadLink(folder, "root"u8).ToArray();
        entry.LoginUid = Utf8Parser.TryParse(new TextCursor(reader.Read(folder, "loginuid"u8)).TakeWord(), out uint uid, out _) ? (int)uid : -1;
        entry.DescriptorLimit = Limit(entry.Tid);
        ExecutableFile.Read(folder, _facts);
    }

    static unsafe long Limit(long pid)
    {
        var limits = stackalloc ulong[2];
        return Posix.ProcessLimit((int)pid, DescriptorLimit, null, limits) == 0 ? (long)limits[0] : -1;
    }
}
