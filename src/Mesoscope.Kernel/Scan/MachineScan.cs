using System.Buffers.Text;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Descriptors;
using Mesoscope.Kernel.Scan.Host;
using Mesoscope.Kernel.Scan.Iterators;
using Mesoscope.Kernel.Scan.Processes;

namespace Mesoscope.Kernel.Scan;

/// <summary>
/// Reads the state of the running machine: processes, threads, descriptors, interfaces, users. What ends during the scan, and what the
/// kernel refuses to show, is counted and passed over. Not safe for several threads.
/// </summary>
public sealed class MachineScan : IDisposable
{
    // PROC_PID_INIT_INO of linux/proc_ns.h: programs in the kernel tell ids of this namespace.
    const ulong FirstPidNamespace = 0xEFFFFFFC;

    readonly ScanOptions _options;
    readonly FolderReader _reader = new(new ScanProblems());
    readonly Folder _proc;
    readonly ThreadReader _threads;
    readonly NetworkNamespaces _networks;
    readonly DescriptorReader _descriptors;
    readonly Task<ScanPrograms?>? _programs;
    readonly bool _isInFirstNamespace;
    int _processCount;
    int _threadCount;
    int _descriptorCount;

    /// <summary>Prepares a scan.</summary>
    /// <param name="options">What to read; null for this machine.</param>
    /// <exception cref="DirectoryNotFoundException">There is no process file system where the options say.</exception>
    public MachineScan(ScanOptions? options = null)
    {
        _options = options ?? new ScanOptions();
        var path = Path.Combine(_options.Root, "proc");
        if (!_reader.TryOpen(path, out _proc))
        {
            throw new DirectoryNotFoundException($"{path}: cannot be opened; the state of the machine is read from there. Mount the process file system (mount -t proc proc {path}).");
        }

        var now = (ulong)(_options.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        _threads = new ThreadReader(_reader, new StartTimes(_proc, _reader, now), new CgroupText(ReadControllers()));
        _networks = new NetworkNamespaces(_reader);
        _descriptors = new DescriptorReader(_reader, _networks);
        _isInFirstNamespace = IsInFirstNamespace();
        _programs = CanIterate() ? Task.Run(LoadPrograms) : null;
    }

    /// <summary>What could not be read so far, by cause.</summary>
    public ScanProblems Problems => _reader.Problems;

    /// <summary>Waits until programs in the kernel are loaded, if there are any, which goes on beside other work; <see cref="Read(ISnapshotSink)"/> would wait, too.</summary>
    public void WaitUntilReady() => _programs?.Wait();

    /// <summary>Reads everything, as one section: from <see cref="ISnapshotSink.BeginSection"/> to <see cref="ISnapshotSink.EndSnapshot"/>.</summary>
    /// <param name="sink">Receives the entries; the main thread of a process comes before its other threads and its descriptors.</param>
    /// <returns>What was found.</returns>
    public ScanReport Read(ISnapshotSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        _processCount = _threadCount = _descriptorCount = 0;
        sink.BeginSection();
        sink.AddMachine(MachineFacts.Read(_proc, _reader));
        InterfaceList.Read(Problems, sink);
        ReadAccounts(sink);
        var isIterated = ReadProcesses(sink);
        sink.EndSnapshot();
        _networks.Clear();
        return new ScanReport(_processCount, _threadCount, _descriptorCount, isIterated, Problems);
    }

    /// <summary>Reads one process with its threads and descriptors, between events: no section begins or ends.</summary>
    /// <param name="pid">Its id; that of another of its threads does as well.</param>
    /// <param name="sink">Receives its entries.</param>
    /// <returns>False when there is none any more.</returns>
    public bool ReadProcess(long pid, ISnapshotSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return Read(pid, sink, withDescriptors: true) is var main && (main == pid || (main >= 0 && Read(main, sink, withDescriptors: true) == main));
    }

    /// <summary>
    /// Whether there is a thread with that id, as events tell ids. True also when that cannot be known: in a pid namespace of its own, and
    /// where processes of others are hidden (hidepid).
    /// </summary>
    public bool HasThread(long tid)
    {
        Span<byte> name = stackalloc byte[20];
        return !SeesAllProcesses() || (Utf8Formatter.TryFormat(tid, name, out var length) && FolderReader.TryGetFacts(_proc, name[..length], out _));
    }

    /// <summary>Closes what is open and unloads what is loaded.</summary>
    public void Dispose()
    {
        _programs?.Result?.Dispose();
        _proc.Dispose();
    }

    static ScanPrograms? LoadPrograms()
    {
        try
        {
            return ScanPrograms.Load();
        }
        catch (Exception e) when (e is LiveCaptureException or DllNotFoundException)
        {
            // There is another way, only slower; 'trace --check' tells why.
            return null;
        }
    }

    bool CanIterate() => _options is { UsesIterators: true, Root: "/" } && _isInFirstNamespace;

    bool IsInFirstNamespace() => FolderReader.TryGetFacts(_proc, "self/ns/pid"u8, out var facts) && facts.Inode == FirstPidNamespace;

    bool SeesAllProcesses() => _isInFirstNamespace && FolderReader.TryGetFacts(_proc, "1"u8, out _);

    // True when the kernel's iterator told the descriptors.
    bool ReadProcesses(ISnapshotSink sink)
    {
        var programs = _programs?.Result;
        HashSet<long> processes = [];
        foreach (var pid in _reader.Numbers(_proc))
        {
            if (Read(pid, sink, withDescriptors: programs is null) == pid)
            {
                processes.Add(pid);
            }
        }

        if (programs is null)
        {
            return false;
        }

        var isWhole = programs.ReadDescriptors((pid, entry) =>
        {
            // One that began since then is told by its events.
            if (processes.Contains(pid))
            {
                sink.AddDescriptor(pid, entry);
                _descriptorCount++;
            }
        });
        if (!isWhole)
        {
            _descriptorCount = 0;
            ReadDescriptors(processes, sink);
        }

        return isWhole;
    }

    void ReadDescriptors(HashSet<long> processes, ISnapshotSink sink)
    {
        foreach (var pid in processes)
        {
            if (_reader.TryOpen(_proc, pid, out var folder))
            {
                using (folder)
                {
                    _descriptorCount += _descriptors.Read(folder, pid, sink);
                }
            }
        }
    }

    // Reads the process with that id, or only finds out which process a thread of that id belongs to. The id of the process; -1 for none.
    long Read(long pid, ISnapshotSink sink, bool withDescriptors)
    {
        if (!_reader.TryOpen(_proc, pid, out var folder))
        {
            return -1;
        }

        using (folder)
        {
            if (_threads.ReadProcess(folder, pid) is not { } main)
            {
                return -1;
            }

            if (main.Pid != pid)
            {
                return main.Pid;
            }

            sink.AddThread(main);
            _processCount++;
            _threadCount++;
            if (withDescriptors)
            {
                _descriptorCount += _descriptors.Read(folder, pid, sink);
            }

            ReadThreads(folder, main, sink);
            return pid;
        }
    }

    void ReadThreads(Folder process, ThreadEntry main, ISnapshotSink sink)
    {
        if (!_reader.TryOpen(process, "task"u8, out var tasks))
        {
            return;
        }

        using (tasks)
        {
            foreach (var tid in _reader.Numbers(tasks))
            {
                if (tid == main.Tid || !_reader.TryOpen(tasks, tid, out var folder))
                {
                    continue;
                }

                using (folder)
                {
                    if (_threads.ReadThread(folder, tid, main) is { } thread)
                    {
                        sink.AddThread(thread);
                        _threadCount++;
                    }
                }
            }
        }
    }

    void ReadAccounts(ISnapshotSink sink)
    {
        if (_reader.TryOpen(Path.Combine(_options.Root, "etc"), out var folder))
        {
            using (folder)
            {
                AccountFiles.Read(folder, _reader, sink);
            }
        }
    }

    // Mounted alone, or beside the hierarchies of version 1.
    byte[] ReadControllers()
    {
        if (!_reader.TryOpen(Path.Combine(_options.Root, "sys/fs/cgroup"), out var folder))
        {
            return [];
        }

        using (folder)
        {
            var controllers = _reader.Read(folder, "cgroup.controllers"u8, isOptional: true);
            return (controllers.IsEmpty ? _reader.Read(folder, "unified/cgroup.controllers"u8, isOptional: true) : controllers).ToArray();
        }
    }
}
