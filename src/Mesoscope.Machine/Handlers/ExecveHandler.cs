using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Paths;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>execve and execveat return: the thread runs another program.</summary>
sealed class ExecveHandler : StateHandler
{
    const int Exe = 1;
    const int Arguments = 2;
    const int Pid = 4;
    const int ParentTid = 5;
    const int DescriptorLimit = 7;
    const int Faults = 8;
    const int Comm = 13;
    const int Tty = 16;
    const int VirtualGroup = 17;
    const int LoginUid = 18;
    const int Flags = 19;
    const int Capabilities = 20;
    const int Inode = 23;
    const int Uid = 26;
    const int TrustedPath = 27;
    const int Group = 28;
    const int Gid = 29;
    const ThreadFlags KeptFlags =
        ThreadFlags.PipeSource | ThreadFlags.PipeDestination | ThreadFlags.IsMainThread | ThreadFlags.CloneInverted;

    readonly byte[] _path = new byte[PathText.MaxBytes];
    readonly byte[] _directory = new byte[PathText.MaxBytes + 1];

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        if (Result(e) < 0 || context.Thread is not { } thread)
        {
            return true;
        }

        var version = VersionOf(e.Type);
        thread.Exe = Text(e.Text(Exe), thread.Exe);
        thread.Comm = version >= 15 ? Text(e.Text(Comm), thread.Comm) : thread.Exe;
        thread.Arguments = Text(e.Parameter(Arguments), thread.Arguments);
        engine.Machine.Threads.ChangePid(thread, e.Int64(Pid));
        if (thread.ParentTid == -1)
        {
            // A made-up thread: the event is the first to tell the parent.
            thread.ParentTid = e.Int64(ParentTid);
        }

        thread.DescriptorLimit = e.Int64(DescriptorLimit);
        if (version >= 13)
        {
            ReadMemory(thread, e);
        }

        ReadEnvironment(engine, thread, e, version);
        if (version >= 17)
        {
            thread.Tty = (int)e.UInt32(Tty);
        }

        if (version >= 18)
        {
            SetPath(engine, thread, e);
        }

        if (version >= 19)
        {
            thread.VirtualGroupId = e.Int64(VirtualGroup);
        }

        ReadLaterParameters(thread, e);
        thread.Flags = ThreadFlags.Active | ThreadFlags.NameChanged | (thread.Flags & KeptFlags);
        return true;
    }

    static int VersionOf(EventType type) => type switch
    {
        EventType.SyscallExecveV8Exit => 8,
        EventType.SyscallExecveV13Exit => 13,
        EventType.SyscallExecveV14Exit => 14,
        EventType.SyscallExecveV15Exit => 15,
        EventType.SyscallExecveV16Exit => 16,
        EventType.SyscallExecveV17Exit => 17,
        EventType.SyscallExecveV18Exit => 18,
        _ => 19,
    };

    static void ReadMemory(ThreadState thread, Event e)
    {
        thread.MajorFaults = e.UInt64(Faults);
        thread.MinorFaults = e.UInt64(Faults + 1);
        thread.VirtualMemoryKiB = e.UInt32(Faults + 2);
        thread.ResidentMemoryKiB = e.UInt32(Faults + 3);
        thread.SwapMemoryKiB = e.UInt32(Faults + 4);
    }

    // The program's container is that of its control groups from now on: runtimes move the process there just before this call.
    static void ReadEnvironment(StateEngine engine, ThreadState thread, Event e, int version)
    {
        if (version < 14)
        {
            return;
        }

        var index = version == 14 ? 13 : version == 15 ? 14 : 15;
        thread.Environment = Text(e.Parameter(index), thread.Environment);
        if (version >= 16)
        {
            thread.Cgroups = Text(e.Parameter(14), thread.Cgroups);
            engine.Machine.Containers.Resolve(thread);
        }
    }

    void SetPath(StateEngine engine, ThreadState thread, Event e)
    {
        if (engine.FindEnterEvent() is not { } enter)
        {
            if (e.StoredParameterCount > TrustedPath)
            {
                thread.ExePath = Text(e.Text(TrustedPath), thread.ExePath);
            }

            return;
        }

        var isAt = e.Type == EventType.SyscallExecveatExit;
        var name = enter.Text(isAt ? 1 : 0);
        if (name.StartsWith("<NA>"u8))
        {
            thread.ExePath = Text("<NA>"u8, thread.ExePath);
            return;
        }

        var stored = enter.Parameter(isAt ? 1 : 0).Length;
        var length = isAt ? JoinAt(engine, thread, enter, name, stored) : PathText.Join(thread.WorkingDirectory, name, _path, stored);
        thread.ExePath = Text(_path.AsSpan(0, length), thread.ExePath);
    }

    int JoinAt(StateEngine engine, ThreadState thread, Event enter, ReadOnlySpan<byte> name, int stored)
    {
        const uint EmptyPath = 1;
        var kept = engine.Context.Descriptor;
        var directory = OpenHandler.FindDirectory(engine, thread, name, enter.Int64(0), _directory);
        engine.Context.Descriptor = kept;

        // With an empty path the descriptor is the program itself.
        return name.IsEmpty && (enter.UInt32(2) & EmptyPath) != 0
            ? PathText.Join(directory, directory, _path, stored)
            : PathText.Join(directory, name, _path, stored);
    }

    static void ReadLaterParameters(ThreadState thread, Event e)
    {
        var count = e.StoredParameterCount;
        if (count > LoginUid)
        {
            thread.LoginUid = (int)e.UInt32(LoginUid);
        }

        if (count > Flags)
        {
            var flags = e.UInt32(Flags);
            thread.IsExeWritable = (flags & 1) != 0;
            thread.IsExeUpperLayer = (flags & 2) != 0;
            thread.IsExeFromMemFd = (flags & 4) != 0;
            thread.IsExeLowerLayer = (flags & 8) != 0;
        }

        if (count > Capabilities + 2)
        {
            thread.InheritableCapabilities = e.UInt64(Capabilities);
            thread.PermittedCapabilities = e.UInt64(Capabilities + 1);
            thread.EffectiveCapabilities = e.UInt64(Capabilities + 2);
        }

        if (count > Inode + 2)
        {
            thread.ExeInode = e.UInt64(Inode);
            thread.ExeChangeTime = e.UInt64(Inode + 1);
            thread.ExeModificationTime = e.UInt64(Inode + 2);
        }

        if (count > Uid)
        {
            thread.Uid = e.UInt32(Uid);
        }

        if (count > Group)
        {
            thread.GroupId = e.Int64(Group);
        }

        if (count > Gid)
        {
            thread.Gid = e.UInt32(Gid);
        }
    }
}
