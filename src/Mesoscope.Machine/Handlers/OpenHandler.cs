using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Paths;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>
/// Calls that open a file by its path. The path of the enter event counts where there is one: the exit event's may have been read after
/// the program changed it.
/// </summary>
sealed class OpenHandler : StateHandler
{
    const uint DirectoryFlag = 1 << 10;
    const int None = -1;
    readonly DescriptorState _descriptor = new();
    readonly byte[] _directory = new byte[PathText.MaxBytes + 1];
    readonly byte[] _path = new byte[PathText.MaxBytes];

    /// <summary>Where the exit events hold what, and the enter events; -1 where they don't.</summary>
    readonly record struct Layout(int Directory, int Name, int Flags, int Device, int Inode, int EnterDirectory, int EnterName, int EnterFlags);

    static readonly Layout s_open = new(None, 1, 2, 4, 5, None, 0, 1);
    static readonly Layout s_creat = new(None, 1, None, 3, 4, None, 0, None);
    static readonly Layout s_oldOpenAt = new(None, None, None, None, None, 0, 1, 2);
    static readonly Layout s_openAt = new(1, 2, 3, 5, 6, 0, 1, 2);
    static readonly Layout s_openAt2 = new(1, 2, 3, 6, 7, 0, 1, 2);
    static readonly Layout s_openByHandle = new(None, 3, 2, 4, 5, None, None, None);

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Thread is not { } thread)
        {
            return true;
        }

        var e = context.Event;
        var layout = LayoutOf(e.Type);
        var enter = engine.FindEnterEvent();
        var source = e;
        var (directoryIndex, nameIndex, flagsIndex) = (layout.Directory, layout.Name, layout.Flags);
        if (enter is not null && layout.EnterName >= 0 && (layout.Name < 0 || HasName(enter, layout)))
        {
            (source, directoryIndex, nameIndex, flagsIndex) = (enter, layout.EnterDirectory, layout.EnterName, layout.EnterFlags);
        }

        if (nameIndex < 0)
        {
            return true;
        }

        var name = source.Text(nameIndex);
        var flags = flagsIndex < 0 ? 0 : source.UInt32(flagsIndex);
        var directory = directoryIndex < 0
            ? engine.Machine.GetWorkingDirectory(thread)
            : FindDirectory(engine, thread, name, source.Int64(directoryIndex));
        if (Result(e) >= 0)
        {
            var length = PathText.Join(directory, name, _path, source.Parameter(nameIndex).Length);
            Add(engine, layout, name, flags, _path.AsSpan(0, length));
        }

        return true;
    }

    /// <summary>
    /// The directory that a path starts from; makes the descriptor of the directory that of the event, which then has one even when
    /// the call fails.
    /// </summary>
    internal static ReadOnlySpan<byte> FindDirectory(StateEngine engine, ThreadState thread, ReadOnlySpan<byte> name, long number, byte[] buffer)
    {
        const int WorkingDirectory = -100;
        if (name.Length > 0 && name[0] == '/')
        {
            return "."u8;
        }

        if (number == WorkingDirectory)
        {
            return engine.Machine.GetWorkingDirectory(thread);
        }

        if ((engine.Context.Descriptor = engine.Machine.FindDescriptor(thread, number)) is not { } directory)
        {
            return "<UNKNOWN>"u8;
        }

        var length = Math.Min(directory.Name.Length, PathText.MaxBytes);
        directory.Name.AsSpan(0, length).CopyTo(buffer);
        buffer[length] = (byte)'/';
        return buffer.AsSpan(0, length + 1);
    }

    ReadOnlySpan<byte> FindDirectory(StateEngine engine, ThreadState thread, ReadOnlySpan<byte> name, long number) =>
        FindDirectory(engine, thread, name, number, _directory);

    void Add(StateEngine engine, Layout layout, ReadOnlySpan<byte> name, uint flags, ReadOnlySpan<byte> path)
    {
        var e = engine.Context.Event;
        var isDirectory = (flags & DirectoryFlag) != 0;
        _descriptor.Reset();
        _descriptor.Type = isDirectory ? DescriptorType.Directory : DescriptorType.FileV2;
        _descriptor.OpenFlags = flags;
        _descriptor.Flags |= LayerOf(e, layout);
        _descriptor.Device = layout.Device < 0 ? 0 : e.UInt32(layout.Device);
        _descriptor.Inode = layout.Inode < 0 ? 0 : e.UInt64(layout.Inode);
        _descriptor.Name = path.ToArray();
        _descriptor.RawName = name.SequenceEqual(path) ? _descriptor.Name : name.ToArray();
        _descriptor.MarkTracerFile();
        AddDescriptor(engine, Result(e), _descriptor)?.ListenToLog();
    }

    // Only the return tells it, whichever event the other flags are of.
    static DescriptorFlags LayerOf(Event e, Layout layout)
    {
        const uint Upper = 1 << 15;
        const uint Lower = 1 << 16;
        const int CreatFlags = 5;
        var bits = e.Type == EventType.SyscallCreatExit ? e.UInt32(CreatFlags) << 15 : layout.Flags < 0 ? 0 : e.UInt32(layout.Flags);
        return ((bits & Upper) != 0 ? DescriptorFlags.UpperLayer : DescriptorFlags.None) | ((bits & Lower) != 0 ? DescriptorFlags.LowerLayer : DescriptorFlags.None);
    }

    static bool HasName(Event enter, Layout layout) =>
        enter.StoredParameterCount > layout.EnterName && enter.StoredParameterCount > layout.EnterFlags
        && enter.Parameter(layout.EnterName).Length != 0 && !enter.Text(layout.EnterName).SequenceEqual("(NULL)"u8);

    static Layout LayoutOf(EventType type) => type switch
    {
        EventType.SyscallOpenExit => s_open,
        EventType.SyscallCreatExit => s_creat,
        EventType.SyscallOpenatExit => s_oldOpenAt,
        EventType.SyscallOpenat2Exit => s_openAt2,
        EventType.SyscallOpenByHandleAtExit => s_openByHandle,
        _ => s_openAt,
    };
}
