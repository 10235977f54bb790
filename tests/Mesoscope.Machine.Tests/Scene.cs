using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;
using Mesoscope.Testing.Events;

namespace Mesoscope.Machine.Tests;

/// <summary>A machine with one shell, 100 with its working directory in /home, and events that happen to it.</summary>
sealed class Scene
{
    public const long Shell = 100;
    public const ulong Second = 1_000_000_000;

    public Scene(MachineLimits? limits = null, StateEngineOptions options = default)
    {
        Machine = new MachineState(limits ?? new MachineLimits());
        Context = new EventContext(Machine);
        Engine = new StateEngine(Machine, Context, options);
        Machine.BeginSection();
        Machine.AddThread(new ThreadEntry
        {
            Tid = Shell, Pid = Shell, ParentTid = 1, VirtualTid = Shell, VirtualPid = Shell, Comm = Utf8("sh"), Exe = Utf8("/bin/sh"), ExePath = Utf8("/bin/sh"),
            WorkingDirectory = Utf8("/home"), Root = Utf8("/"), Uid = 1000, Gid = 1000, SessionId = 7,
        });
        Machine.EndSnapshot();
    }

    public MachineState Machine { get; }

    public EventContext Context { get; }

    public StateEngine Engine { get; }

    public ulong Time { get; set; } = 1000 * Second;

    public IEventFilter? Filter { get; set; }

    /// <summary>Lets an event of the shell happen.</summary>
    public bool Run(EventType type, params object[] values) => RunOn(Shell, type, values);

    /// <summary>Lets an event happen.</summary>
    public bool RunOn(long tid, EventType type, params object[] values) => RunBytes(EventBuilder.Bytes(type, ++Time, tid, values));

    public bool RunBytes(byte[] bytes, EventBlockFlags flags = EventBlockFlags.None)
    {
        var type = (EventType)BitConverter.ToUInt16(bytes, 20);
        var isLarge = (EventSchema.Get(type).Flags & EventFlags.LargePayload) != 0;
        Context.Event.Attach(bytes, 0, bytes.Length, 0, flags | (isLarge ? EventBlockFlags.Large : EventBlockFlags.None));
        return Engine.Process(Filter);
    }

    public void Open(long number, string path, long tid = Shell)
    {
        RunOn(tid, EventType.SyscallOpenEnter, path, 1, 0);
        RunOn(tid, EventType.SyscallOpenExit, number, path, 1, 0);
    }

    public void OpenSocket(long number, long domain, long type = 1, long protocol = 0)
    {
        Run(EventType.SocketSocketEnter, domain, type, protocol);
        Run(EventType.SocketSocketExit, number);
    }

    public void Close(long number)
    {
        Run(EventType.SyscallCloseEnter, number);
        Run(EventType.SyscallCloseExit, 0);
    }

    /// <summary>The return of a clone in the newest version.</summary>
    public bool Clone(long tid, long result, long pid, long parent, ThreadFlags flags = 0, string comm = "sh", long? vtid = null, long? vpid = null) => RunOn(
        tid, EventType.SyscallCloneV20Exit, result, "/bin/" + comm, "-c\0"u8.ToArray(), tid, pid, parent, "", 1024, 1, 2, 3, 4, 5, comm, "cpuset=/\0"u8.ToArray(),
        (long)flags, 1000, 1001, vtid ?? tid, vpid ?? pid);

    public ThreadState? Thread(long tid) => Machine.FindThread(tid);

    public DescriptorState? Descriptor(long number, long tid = Shell) => Machine.FindDescriptors(Thread(tid)!)?.Find(number);

    public string? Name(long number, long tid = Shell) => Descriptor(number, tid) is { } descriptor ? Text(descriptor.Name) : null;

    /// <summary>The name of the event's descriptor.</summary>
    public string? EventName => Context.Descriptor is { } descriptor ? Text(descriptor.Name) : null;

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
