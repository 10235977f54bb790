using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Query.Fields.Paths;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>
/// What can be said of the descriptor of a call that made none because it failed: the name that the program asked for is in the event.
/// </summary>
static class FailedCallName
{
    const int NameParameter = 1;

    /// <summary>True for the return of a connect that failed; the socket still has the name of before.</summary>
    public static bool IsFailedConnect(EventContext context) =>
        context.Event.Type == EventType.SocketConnectExit && context.Event.Int64(0) < 0;

    /// <summary>Appends the name; empty for calls that name nothing. False for enter events, and when the name was in one that is gone.</summary>
    public static bool TryAppend(EventContext context, ThreadState thread, FieldScratch scratch, Utf8Writer output)
    {
        var current = context.Event;
        if (current.Info.IsEnter)
        {
            return false;
        }

        switch (current.Type)
        {
            case EventType.SyscallOpenExit or EventType.SyscallCreatExit or EventType.SocketConnectExit
                or EventType.SocketAcceptExit or EventType.SocketAcceptV5Exit or EventType.SocketAccept4Exit or EventType.SocketAccept4V5Exit:
                if (current.ParameterCount > NameParameter)
                {
                    scratch.Session.Parameters.Append(output, context, NameParameter, ParameterForm.Resolved);
                }

                return true;
            case EventType.SyscallOpenatV2Exit or EventType.SyscallOpenat2Exit:
                ResolvedPath.Append(context, thread, output, current.Int64(1), current.Text(2));
                return true;
            case EventType.SyscallOpenatExit:
                var enter = scratch.EnterEvent;
                if (!thread.TryAttachEnterEvent(enter))
                {
                    return false;
                }

                ResolvedPath.Append(context, thread, output, enter.Int64(0), enter.Text(1));
                return true;
            default:
                return true;
        }
    }

    /// <summary>The type's character that the call's descriptor would have had.</summary>
    public static byte TypeChar(EventType type) => (EventType)((int)type & ~1) switch
    {
        EventType.SyscallOpenEnter or EventType.SyscallOpenatEnter or EventType.SyscallOpenatV2Enter or EventType.SyscallOpenat2Enter
            or EventType.SyscallCreatEnter => (byte)'f',
        // Not quite right for sockets of other families, but which one it is cannot be told from the return alone.
        EventType.SocketSocketEnter or EventType.SocketAcceptEnter or EventType.SocketAcceptV5Enter or EventType.SocketAccept4Enter
            or EventType.SocketAccept4V5Enter => (byte)'4',
        EventType.SyscallPipeEnter => (byte)'p',
        EventType.SyscallEventfdEnter => (byte)'e',
        EventType.SyscallSignalfdEnter => (byte)'s',
        EventType.SyscallTimerfdCreateEnter => (byte)'t',
        EventType.SyscallInotifyInitEnter => (byte)'i',
        _ => (byte)'o',
    };
}
