using Mesoscope.Events;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Handlers;

/// <summary>
/// clone, fork and vfork return: once in the parent, once in the child, in either order, and only one of them may be in the capture.
/// Whichever comes first makes the child.
/// </summary>
sealed class CloneHandler : StateHandler
{
    const ulong StaleNanoseconds = 2_000_000_000;

    public override bool Handle(StateEngine engine)
    {
        var context = engine.Context;
        var e = context.Event;
        var layout = CloneLayout.Of(e.Type);
        var result = Result(e);
        if (result < 0)
        {
            return true;
        }

        var flags = (ThreadFlags)e.UInt32(layout.Flags);
        var virtualTid = layout.HasVirtualIds ? e.Int64(CloneLayout.VirtualTid) : e.ThreadId;
        var virtualPid = layout.HasVirtualIds ? e.Int64(CloneLayout.VirtualPid) : -1;

        // The flag tells of a pid namespace; recorders that did not set it are told by the different id.
        var isInNamespace = (flags & ThreadFlags.ChildInPidNamespace) != 0 || virtualTid != e.ThreadId;
        if (result != 0)
        {
            // A parent outside sees only the id that the child has inside; wait for the child's own event.
            if (!isInNamespace)
            {
                MakeChild(engine, layout, flags, result, e.ThreadId, isChildFirst: false, null);
            }

            return true;
        }

        DropStaleChild(engine);
        if (context.Thread is { } child)
        {
            if (isInNamespace)
            {
                child.VirtualTid = virtualTid;
                child.VirtualPid = virtualPid;
            }

            return true;
        }

        var parentTid = e.Int64((flags & ThreadFlags.Thread) != 0 ? CloneLayout.Pid : CloneLayout.ParentTid);
        MakeChild(engine, layout, flags, e.ThreadId, parentTid, isChildFirst: true, isInNamespace ? (virtualTid, virtualPid) : null);
        return true;
    }

    // An entry that is older than any fork takes was left by a thread whose end is missing.
    static void DropStaleChild(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Thread is { CloneTime: not 0 } known && context.Event.Timestamp - known.CloneTime > StaleNanoseconds)
        {
            engine.Machine.RemoveThread(context.Event.ThreadId, isForced: true);
            context.Thread = null;
        }
    }

    static void MakeChild(
        StateEngine engine, CloneLayout layout, ThreadFlags flags, long childTid, long parentTid, bool isChildFirst, (long Tid, long Pid)? virtualIds)
    {
        var machine = engine.Machine;
        var e = engine.Context.Event;
        if (machine.FindOrMakeThread(parentTid) is not { } parent)
        {
            return;
        }

        var isParentKnown = !IsUnknown(parent);
        var isCollision = false;
        if (machine.FindThread(childTid) is { } known)
        {
            if ((known.Flags & ThreadFlags.CloneInverted) != 0)
            {
                return;
            }

            machine.RemoveThread(childTid, isForced: true);
            isCollision = true;
        }

        var child = new ThreadState { Tid = childTid, ParentTid = parentTid };
        if (isParentKnown)
        {
            Inherit(child, parent, flags);
            child.IsExeWritable = parent.IsExeWritable;
        }
        else
        {
            machine.RemoveThread(parentTid, isForced: true);
            isCollision = true;
            if (machine.FindOrMakeThread(parentTid) is not { } again)
            {
                return;
            }

            parent = again;
            NameParent(parent, layout, e);
        }

        SetProcess(machine, child, parent, flags, isChildFirst, e.Int64(CloneLayout.Pid));
        layout.ReadInto(child, parent, e);
        child.VirtualTid = virtualIds?.Tid ?? child.Tid;
        child.VirtualPid = virtualIds?.Pid ?? child.Pid;
        if (layout.HasVirtualIds)
        {
            child.Cgroups = Text(e.Parameter(CloneLayout.Cgroups), parent.Cgroups);
            child.NamespaceInitTime = e.UInt64(CloneLayout.NamespaceInitTime);
            machine.Containers.Resolve(child);
        }

        child.CloneTime = e.Timestamp;
        machine.AddThread(child);
        if (isCollision)
        {
            // The thread of the event may be one of those that went away.
            engine.Prepare();
        }
    }

    static bool IsUnknown(ThreadState thread) => thread.Uid == uint.MaxValue && thread.Comm.AsSpan().SequenceEqual("<NA>"u8);

    static void Inherit(ThreadState child, ThreadState parent, ThreadFlags flags)
    {
        child.ExePath = parent.ExePath;
        child.Root = parent.Root;
        child.SessionId = parent.SessionId;
        child.VirtualGroupId = parent.VirtualGroupId;
        child.GroupId = parent.GroupId;
        child.Tty = parent.Tty;
        child.LoginUid = parent.LoginUid;
        child.IsExeUpperLayer = parent.IsExeUpperLayer;
        child.IsExeLowerLayer = parent.IsExeLowerLayer;
        child.IsExeFromMemFd = parent.IsExeFromMemFd;
        child.ExeInode = parent.ExeInode;
        child.ExeChangeTime = parent.ExeChangeTime;
        child.ExeModificationTime = parent.ExeModificationTime;
        child.InheritableCapabilities = parent.InheritableCapabilities;
        child.PermittedCapabilities = parent.PermittedCapabilities;
        child.EffectiveCapabilities = parent.EffectiveCapabilities;
        if ((flags & ThreadFlags.Thread) == 0)
        {
            child.Environment = parent.Environment;
        }
    }

    // A parent of which nothing was known is the same program as its child, which the event tells about.
    static void NameParent(ThreadState parent, CloneLayout layout, Event e)
    {
        parent.Exe = e.Text(CloneLayout.Exe).ToArray();
        parent.Comm = layout.HasComm ? e.Text(CloneLayout.Comm).ToArray() : parent.Exe;
        parent.Arguments = e.Parameter(CloneLayout.Arguments).ToArray();
    }

    static void SetProcess(MachineState machine, ThreadState child, ThreadState parent, ThreadFlags flags, bool isChildFirst, long pid)
    {
        child.Flags = flags | (isChildFirst ? ThreadFlags.CloneInverted : ThreadFlags.None);
        if ((flags & ThreadFlags.Thread) != 0)
        {
            child.Pid = pid;
            return;
        }

        child.Pid = child.Tid;
        if (machine.FindDescriptors(parent) is { } descriptors)
        {
            child.Descriptors.CloneFrom(descriptors);
        }

        child.WorkingDirectory = machine.GetWorkingDirectory(parent);
    }
}
