using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Machine.Tracers;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>Finds the spans that an event lies in.</summary>
static class EnclosingSpan
{
    /// <summary>Whether an event of the thread counts as inside the span.</summary>
    public static bool Contains(EventContext context, ThreadState thread, TracerSpan span, SpanScope scope) => scope switch
    {
        SpanScope.Thread => span.Tid == thread.Tid,
        SpanScope.Process => context.Machine.FindThread(span.Tid) is { } writer && writer.Tid == thread.Tid,
        SpanScope.Script => context.Machine.FindThread(span.Tid) is { } writer && writer.Pid == thread.ParentTid,
        _ => true,
    };

    /// <summary>The newest open span that has a value and that the event lies in. Tracers themselves lie in none.</summary>
    public static bool TryGet(EventContext context, FieldScratch scratch, ref FieldValue value, SpanScope scope, TracerExtractor extract)
    {
        if (context.Event.Type is EventType.TracerEnter or EventType.TracerExit
            || context.Thread is not { } thread || ThreadTracer.Find(thread) is null)
        {
            return false;
        }

        var spans = context.Machine.Spans;
        for (var i = 0; i < spans.Count; i++)
        {
            if (Contains(context, thread, spans[i], scope) && extract(spans[i], scratch, ref value))
            {
                return true;
            }
        }

        return false;
    }
}
