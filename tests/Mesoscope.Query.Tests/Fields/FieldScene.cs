using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Text;
using Mesoscope.Testing.Events;

namespace Mesoscope.Query.Tests.Fields;

/// <summary>
/// A machine with init (1), sshd (50), a login shell bash (100) and the worker that it started (200, with a second thread 201), run
/// through the state engine.
/// </summary>
sealed class FieldScene
{
    public const long Worker = 200;
    public const long WorkerThread = 201;
    public const ulong Start = 1_500_000_000_000_000_000;
    readonly StateEngine _engine;
    ulong _time = Start;

    public FieldScene()
    {
        Machine = new MachineState();
        Machine.BeginSection();
        Machine.AddInterface(new InterfaceEntry { Name = "eth0"u8.ToArray(), Address = [10, 0, 0, 1], NetMask = [255, 0, 0, 0] });
        AddThread(1, 0, "init", "/sbin/init", "");
        AddThread(50, 1, "sshd", "/usr/sbin/sshd", "-D\0");
        AddThread(100, 50, "bash", "-bash", "");
        AddThread(Worker, 100, "worker", "./worker", "--port\0\080\0");
        AddThread(WorkerThread, 100, "worker", "./worker", "", Worker);
        AddDescriptor(3, new DescriptorEntry { Type = DescriptorType.FileV2, Name = "/etc/pass\u0001wd"u8.ToArray(), Device = 0x12345 });
        AddDescriptor(4, Connection("10.0.0.1:40000->93.184.216.34:443"));
        AddDescriptor(5, new DescriptorEntry { Type = DescriptorType.IPv4Server, SourceAddress = [0, 0, 0, 0], SourcePort = 8080, TransportProtocol = 2 });
        AddDescriptor(6, new DescriptorEntry { Type = DescriptorType.FileV2, Name = "/dev/null"u8.ToArray() });
        AddDescriptor(7, new DescriptorEntry { Type = DescriptorType.UnixSocket, Name = "/dev/log"u8.ToArray() });
        AddDescriptor(8, new DescriptorEntry { Type = DescriptorType.Directory, Name = "/srv"u8.ToArray() });
        Machine.EndSnapshot();
        Context = new EventContext(Machine);
        _engine = new StateEngine(Machine, Context, new StateEngineOptions());
    }

    public MachineState Machine { get; }

    public EventContext Context { get; }

    /// <summary>Runs an event of the worker; false when it is hidden.</summary>
    public bool Run(EventType type, params object[] values) => RunFor(Worker, type, values);

    public bool RunFor(long tid, EventType type, params object[] values)
    {
        var bytes = EventBuilder.Bytes(type, ++_time, tid, values);
        Context.Event.Attach(bytes, 0, bytes.Length, 0, EventBlockFlags.None);
        return _engine.Process(null);
    }

    /// <summary>Runs a whole write of the worker; false when its return is hidden.</summary>
    public bool Write(long descriptor, string data)
    {
        Run(EventType.SyscallWriteEnter, descriptor, data.Length);
        return Run(EventType.SyscallWriteExit, data.Length, Encoding.UTF8.GetBytes(data));
    }

    /// <summary>The text of a field; null when the event under hand has none.</summary>
    public string? Text(string field) => Text(FieldRegistry.Bind(field, new FieldSession()));

    public string? Text(Field field)
    {
        var output = new Utf8Writer();
        return field.TryAppend(Context, output) ? Encoding.UTF8.GetString(output.Written) : null;
    }

    public bool Matches(string filter) => FilterCompiler.Compile(filter, new FieldSession()).Matches(Context);

    void AddThread(long tid, long parent, string name, string exe, string arguments, long pid = 0) => Machine.AddThread(new ThreadEntry
    {
        Tid = tid,
        Pid = pid == 0 ? tid : pid,
        ParentTid = parent,
        SessionId = tid >= 100 ? 100 : 1,
        VirtualTid = tid,
        VirtualPid = pid == 0 ? tid : pid,
        Comm = Encoding.UTF8.GetBytes(name),
        Exe = Encoding.UTF8.GetBytes(exe),
        Arguments = Encoding.UTF8.GetBytes(arguments),
        Environment = "HOME=/root\0A=\0\0\0"u8.ToArray(),
        WorkingDirectory = "/app/"u8.ToArray(),
        Cgroups = "cpu_cgroup=/a\0mem_cgroup=/b=c\0io=/d\0"u8.ToArray(),
        DescriptorLimit = 12,
    });

    void AddDescriptor(long number, DescriptorEntry entry)
    {
        entry.Number = number;
        Machine.AddDescriptor(Worker, entry);
    }

    static DescriptorEntry Connection(string tuple)
    {
        var bytes = EventBuilder.IPv4(tuple);
        return new DescriptorEntry
        {
            Type = DescriptorType.IPv4Socket,
            SourceAddress = bytes[1..5],
            SourcePort = BitConverter.ToUInt16(bytes, 5),
            DestinationAddress = bytes[7..11],
            DestinationPort = BitConverter.ToUInt16(bytes, 11),
            TransportProtocol = 2,
        };
    }
}
