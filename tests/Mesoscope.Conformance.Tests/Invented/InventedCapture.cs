using System.Net;
using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Testing.Captures;

namespace Mesoscope.Conformance.Tests.Invented;

// A capture of events of all types that the reference knows, each with its return behind it, on a few threads with open descriptors.
// Their values are drawn at random, but what a return repeats is what its call had.
sealed class InventedCapture
{
    static readonly long[] s_threads = [1, 100, 101, 300];
    static readonly EventType[] s_types = [.. Enumerable.Range(0, (int)EventType.SyscallClone3Enter).Where(n => n % 2 == 0).Select(n => (EventType)n).Where(IsUsed)];

    readonly CaptureBuilder _builder = new();
    readonly Random _random;
    readonly InventedValues _values;
    readonly bool _isOld;
    ulong _time = 1_600_000_000_000_000_000;

    InventedCapture(int seed, bool isOld)
    {
        _random = new Random(seed);
        _values = new InventedValues(_random);
        _isOld = isOld;
        var list = isOld ? 1 : 2;
        _builder.Section(isOld ? (ushort)0 : (ushort)2).Machine("host", 4);
        _builder.Interfaces(list, new InterfaceEntry { StoredType = 1, Name = "eth0"u8.ToArray(), Address = [10, 0, 0, 5], NetMask = [255, 255, 255, 0], Broadcast = [10, 0, 0, 255] });
        _builder.Users(list, [new UserEntry { Name = "root"u8.ToArray(), HomeDirectory = "/srv"u8.ToArray(), Shell = "/bin/sh"u8.ToArray() }], new GroupEntry { Name = "root"u8.ToArray() });
        _builder.Processes(isOld ? 8 : 9, Thread(1, 0, "init"), Thread(100, 1, "bash"), Thread(101, 100, "nginx"));
        _builder.Descriptors(list, 100, File(0, "/dev/null"), File(1, "/var/log/x.log"), Connection(3));
        _builder.Descriptors(list, 101, File(0, "/dev/null"), Connection(3), File(5, "/etc/hosts"));
    }

    /// <summary>The bytes of a capture; the same for the same arguments.</summary>
    public static byte[] Make(int seed, bool isOld, int callCount)
    {
        var capture = new InventedCapture(seed, isOld);
        for (var i = 0; i < callCount; i++)
        {
            capture.AddCall(capture._values.One(s_types), capture._values.One(s_threads));
        }

        return capture._builder.ToArray();
    }

    // Not used: what the reference crashes at (execveat, the documents of clusters), prints from memory that it never wrote (ptrace),
    // or what takes more than random values to make sense: new processes, tracers, and events of the recorder.
    static bool IsUsed(EventType type)
    {
        var info = EventSchema.Get(type);
        var name = Encoding.UTF8.GetString(EventSchema.NameOf(type));
        return info.Kind is EventKind.Syscall or EventKind.Tracepoint
            && name is not ("clone" or "clone3" or "fork" or "vfork" or "execve" or "execveat" or "procexit" or "ptrace" or "tracer" or "page_fault")
            && !name.StartsWith("NA", StringComparison.Ordinal);
    }

    void AddCall(EventType type, long tid)
    {
        var known = new Dictionary<string, byte[]>();
        AddEvent(type, tid, known);
        if (EventSchema.Get((EventType)((int)type + 1)) is { Kind: not EventKind.Unused })
        {
            AddEvent((EventType)((int)type + 1), tid, known);
        }
    }

    void AddEvent(EventType type, long tid, Dictionary<string, byte[]> known)
    {
        var info = EventSchema.Get(type);
        var values = new byte[info.ShownParameterCount][];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = info.Parameters[i];
            values[i] = known.TryGetValue(parameter.Name, out var value) ? value : _values.Next(parameter);
            known[parameter.Name] = values[i];
        }

        _time += (ulong)_values.One([1, 77, 5000, 1_000_000]);
        _ = _isOld ? _builder.OldEvent(type, _time, tid, values) : _builder.Event(type, _time, tid, values);
    }

    static ThreadEntry Thread(long tid, long parent, string name) => new()
    {
        Tid = tid, Pid = tid, ParentTid = parent, SessionId = 1, VirtualTid = tid, VirtualPid = tid, Comm = Utf8(name), Exe = Utf8("/usr/bin/" + name),
        ExePath = Utf8("/usr/bin/" + name), Arguments = "-a\0"u8.ToArray(), WorkingDirectory = "/srv/"u8.ToArray(), Root = "/"u8.ToArray(), DescriptorLimit = 1024,
        Environment = "A=1\0"u8.ToArray(), Cgroups = "cpuset=/\0cpu=/user.slice\0"u8.ToArray(),
    };

    static DescriptorEntry File(long number, string name) => new() { Number = number, Type = DescriptorType.FileV2, Name = Utf8(name), OpenFlags = 1 };

    static DescriptorEntry Connection(long number) => new()
    {
        Number = number, Type = DescriptorType.IPv4Socket, SourceAddress = IPAddress.Parse("10.0.0.5").GetAddressBytes(), SourcePort = 40000,
        DestinationAddress = IPAddress.Parse("1.2.3.4").GetAddressBytes(), DestinationPort = 80, TransportProtocol = 6,
    };

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
