using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Before an event is applied: its thread, its descriptor, whether it is the pair of the enter event before.</content>
public sealed partial class StateEngine
{
    readonly Event _enter = new();

    /// <summary>Fills in the context of the event anew.</summary>
    internal void Prepare() => Prepare(_traits[Context.Event.Type]);

    /// <summary>The enter event of the exit event under hand, when it was remembered; null otherwise. Valid until the next event.</summary>
    internal Event? FindEnterEvent()
    {
        if (Context.Thread is not { IsLastEventValid: true, LastEventDataLength: > 0 } thread)
        {
            return null;
        }

        _enter.Attach(thread.LastEventData!, 0, thread.LastEventDataLength, 0, thread.LastEventBlockFlags, thread.LastEventParameterCount);
        if ((int)_enter.Type != (int)Context.Event.Type - 1)
        {
            thread.IsLastEventValid = false;
            return null;
        }

        return _enter;
    }

    /// <summary>Copies the event for its exit event, which needs its parameters.</summary>
    internal void RememberEvent()
    {
        const int MaxBytes = 4096;
        var e = Context.Event;
        var bytes = e.Bytes;
        var isOld = e.StoredHeaderBytes == Event.OldHeaderBytes;
        if (Context.Thread is not { } thread || bytes.Length + (isOld ? Event.HeaderBytes - Event.OldHeaderBytes : 0) > MaxBytes)
        {
            return;
        }

        if (thread.LastEventData is null || thread.LastEventData.Length < bytes.Length)
        {
            thread.LastEventData = GC.AllocateUninitializedArray<byte>(Math.Max(128, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bytes.Length)));
        }

        bytes.CopyTo(thread.LastEventData);
        thread.LastEventDataLength = bytes.Length;
        thread.LastEventParameterCount = isOld ? e.StoredParameterCount : -1;
        thread.LastEventBlockFlags = e.BlockFlags;
    }

    void Prepare(EventTraits traits)
    {
        var context = Context;
        context.Descriptor = null;
        context.ErrorCode = 0;
        context.IsDescriptorNameChanged = false;
        context.IsLogMessage = false;
        context.ReplacedWrite = null;
        context.IoBytes = 0;
        if ((traits & (EventTraits.SkipsReset | EventTraits.IsContainer | EventTraits.IsSilent)) != 0)
        {
            context.Thread = (traits & EventTraits.IsProcessInfo) != 0 ? Machine.FindThread(context.Event.ThreadId) : null;
            return;
        }

        var thread = Machine.FindThread(context.Event.ThreadId);
        if (thread is null && (traits & EventTraits.KnownThreadOnly) == 0)
        {
            thread = Machine.FindOrMakeThread(context.Event.ThreadId);
        }

        context.Thread = thread;
        if (thread is null || (traits & EventTraits.IsSwitch) != 0)
        {
            return;
        }

        thread.LastAccessTime = context.Event.Timestamp;
        if ((traits & EventTraits.KnownThreadOnly) == 0)
        {
            thread.Flags |= Active;
        }

        if ((traits & EventTraits.IsEnter) != 0)
        {
            PrepareEnter(thread, traits);
        }
        else
        {
            PrepareExit(thread, traits);
        }
    }

    void PrepareEnter(ThreadState thread, EventTraits traits)
    {
        var e = Context.Event;
        thread.LastEventFd = -1;
        thread.LastEventType = e.Type;
        if ((traits & EventTraits.UsesFd) != 0)
        {
            thread.LastEventFd = e.Int64(0);
            Context.Descriptor = Machine.FindDescriptor(thread, thread.LastEventFd);
        }

        thread.Latency = 0;
        thread.EnterTime = e.Timestamp;
    }

    void PrepareExit(ThreadState thread, EventTraits traits)
    {
        var e = Context.Event;
        if (thread.EnterTime != 0)
        {
            thread.Latency = e.Timestamp - thread.EnterTime;
        }

        thread.IsLastEventValid = (int)e.Type == (int)thread.LastEventType + 1;
        if (!thread.IsLastEventValid && thread.LastEventType != EventType.TracerEnter && !IsCompleteExit(thread, traits))
        {
            return;
        }

        if ((traits & EventTraits.HasResult) != 0 && e.StoredParameterCount != 0 && e.Int64(0) is < 0 and var result)
        {
            Context.ErrorCode = -(int)result;
        }

        if ((traits & EventTraits.UsesFd) == 0)
        {
            return;
        }

        if (e.Type == EventType.SyscallCopyFileRangeExit)
        {
            // Works on two descriptors; from here on the one written to counts.
            thread.LastEventFd = e.Int64(1);
        }

        var descriptor = Context.Descriptor = Machine.FindDescriptor(thread, thread.LastEventFd);
        if (descriptor is not null && (descriptor.Flags & DescriptorFlags.CloseCanceled) != 0)
        {
            descriptor.Flags &= ~DescriptorFlags.CloseCanceled;
            RemoveDescriptorLater(thread, DescriptorTable.CanceledNumber);
        }
    }

    // Later recorders write no enter events: the exit event then holds the descriptor's number itself, behind the parameters that the type
    // had before.
    bool IsCompleteExit(ThreadState thread, EventTraits traits)
    {
        var e = Context.Event;
        var info = e.Info;
        if (e.ParameterCount <= ShownWithEnter(info))
        {
            return false;
        }

        if ((traits & EventTraits.UsesFd) != 0)
        {
            var index = info.IndexOf("fd");
            index = index < 0 ? info.IndexOf("oldfd") : index;
            thread.LastEventFd = index < 0 ? -1 : e.Int64(index);
        }

        return true;
    }

    // Types that came after the reference never had parameters on their enter event; all of theirs are shown.
    static int ShownWithEnter(EventInfo info) =>
        (info.Flags & EventFlags.OldVersion) == 0 && info.ShownParameterCount == info.Parameters.Length && (int)info.Type > (int)EventType.SyscallClone3Exit
            ? 0
            : info.ShownParameterCount;

    // A write may carry a tracer when it goes to a descriptor for tracers, or when the file says that it did.
    bool MayBeTracer()
    {
        var context = Context;
        if (context.Descriptor is null && context.Thread is { } thread)
        {
            context.Descriptor = Machine.FindDescriptor(thread, thread.LastEventFd);
        }

        if (context.Descriptor is { } descriptor && (descriptor.Flags & (DescriptorFlags.TracerFd | DescriptorFlags.TracerFile)) != 0)
        {
            return true;
        }

        if ((context.Event.BlockFlags & EventBlockFlags.Tracer) == 0)
        {
            return false;
        }

        context.Descriptor = null;
        return true;
    }

    // A filter that did not want an event must not see the thread's next exit event paired with it.
    void Disregard(EventTraits traits)
    {
        if (Context.OwnThread is { } thread && (traits & (EventTraits.SkipsReset | EventTraits.IsSwitch)) == 0)
        {
            thread.LastEventType = ThreadState.NoEventType;
        }
    }

    // The short way for events whose type no filter wants: what later events rely on and nothing else. False when the long way is needed.
    bool TryPassOver(EventTraits traits)
    {
        var context = Context;
        if ((traits & (EventTraits.SkipsReset | EventTraits.IsContainer | EventTraits.IsSwitch | EventTraits.IsInternal)) != 0)
        {
            return (traits & EventTraits.IsSwitch) != 0;
        }

        var e = context.Event;
        var thread = Machine.FindThread(e.ThreadId) ?? Machine.FindOrMakeThread(e.ThreadId);
        if (thread is null)
        {
            return true;
        }

        if ((traits & EventTraits.IsEnter) != 0)
        {
            thread.LastEventFd = (traits & EventTraits.UsesFd) != 0 ? e.Int64(0) : -1;
            thread.Latency = 0;
            thread.EnterTime = e.Timestamp;
        }
        else if (thread.LastEventType != ThreadState.NoEventType)
        {
            return false;
        }
        else
        {
            thread.Latency = thread.EnterTime != 0 ? e.Timestamp - thread.EnterTime : thread.Latency;
            thread.IsLastEventValid = false;
        }

        thread.LastAccessTime = e.Timestamp;
        thread.Flags |= Active;
        thread.LastEventType = ThreadState.NoEventType;
        return true;
    }
}
