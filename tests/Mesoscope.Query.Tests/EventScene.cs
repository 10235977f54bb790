using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;

namespace Mesoscope.Query.Tests;

/// <summary>A machine with one shell that has a file, a directory and the log's socket open, and events that the shell makes.</summary>
sealed class EventScene
{
    public const long Shell = 10;
    public const ulong FirstTime = 1_500_000_000_000_000_000;

    public EventScene()
    {
        Machine = new MachineState { FirstEventTime = FirstTime };
        Machine.BeginSection();
        Machine.AddUser(new UserEntry { Uid = 33, Name = "www-data"u8.ToArray() });
        Machine.AddGroup(new GroupEntry { Gid = 44, Name = "video"u8.ToArray() });
        Machine.AddThread(new ThreadEntry { Tid = 1, Pid = 1, Comm = "init"u8.ToArray() });
        Machine.AddThread(new ThreadEntry { Tid = Shell, Pid = Shell, ParentTid = 1, Comm = "bash"u8.ToArray(), WorkingDirectory = "/home/me/"u8.ToArray() });
        AddDescriptor(3, DescriptorType.FileV2, "/etc/pass\u0001wd");
        AddDescriptor(4, DescriptorType.Directory, "/srv/data");
        AddDescriptor(6, DescriptorType.UnixSocket, "->/dev/log");
        Machine.EndSnapshot();
        Machine.FirstEventTime = FirstTime;
        Context = new EventContext(Machine) { Thread = Machine.FindThread(Shell) };
    }

    public MachineState Machine { get; }

    public EventContext Context { get; }

    /// <summary>Makes an event the one under hand.</summary>
    public EventContext Show(EventType type, params byte[][] parameters)
    {
        var length = Event.HeaderBytes + (2 * parameters.Length) + parameters.Sum(static parameter => parameter.Length);
        var bytes = new byte[length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, FirstTime + 2_000_000_003);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Shell);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)type);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), (uint)parameters.Length);
        var at = Event.HeaderBytes + (2 * parameters.Length);
        for (var i = 0; i < parameters.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Event.HeaderBytes + (2 * i)), (ushort)parameters[i].Length);
            parameters[i].CopyTo(bytes, at);
            at += parameters[i].Length;
        }

        Context.Event.Attach(bytes, 0, length, 2, EventBlockFlags.None);
        Context.Event.Number = 7;
        return Context;
    }

    void AddDescriptor(long number, DescriptorType type, string name) =>
        Machine.AddDescriptor(Shell, new DescriptorEntry { Number = number, Type = type, Name = System.Text.Encoding.UTF8.GetBytes(name) });
}
