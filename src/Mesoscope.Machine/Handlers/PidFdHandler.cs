using System.Buffers.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>pidfd_open, which returns a descriptor of a process, and pidfd_getfd, which copies a descriptor out of such a process.</summary>
sealed class PidFdHandler : StateHandler
{
    readonly DescriptorState _descriptor = new();

    public override bool Handle(StateEngine engine)
    {
        var e = engine.Context.Event;
        if (Result(e) < 0 || engine.Context.Thread is null)
        {
            return true;
        }

        if (e.Type == EventType.SyscallPidfdOpenExit)
        {
            Open(engine, e);
        }
        else
        {
            Copy(engine, e);
        }

        return true;
    }

    void Open(StateEngine engine, Event e)
    {
        Span<byte> name = stackalloc byte[32];
        Directory.CopyTo(name);
        Utf8Formatter.TryFormat(e.Int64(1), name[Directory.Length..], out var digits);
        _descriptor.Reset();
        _descriptor.Type = DescriptorType.PidFd;
        _descriptor.Name = name[..(Directory.Length + digits)].ToArray();
        _descriptor.OpenFlags = e.UInt32(2);
        AddDescriptor(engine, Result(e), _descriptor);
    }

    static void Copy(StateEngine engine, Event e)
    {
        var machine = engine.Machine;
        if (machine.FindDescriptor(engine.Context.Thread!, e.Int64(1)) is { Type: DescriptorType.PidFd } process
            && Utf8Parser.TryParse(process.Name.AsSpan(Directory.Length), out long pid, out _)
            && machine.FindThread(pid) is { } other
            && machine.FindDescriptor(other, e.Int64(2)) is { } target)
        {
            AddDescriptor(engine, Result(e), target);
        }
    }

    static ReadOnlySpan<byte> Directory => "/proc/"u8;
}
