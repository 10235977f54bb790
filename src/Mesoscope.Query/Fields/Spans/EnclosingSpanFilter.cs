using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Machine.Threads;
using Mesoscope.Machine.Tracers;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>
/// Whether a check holds for any span that the event lies in. The tracer that begins a span is outside of it, the one that ends it inside.
/// </summary>
sealed class EnclosingSpanFilter(SpanCursor cursor, IEventFilter check, SpanScope scope) : IEventFilter
{
    /// <summary>The filter for an operator and its operands.</summary>
    public static EnclosingSpanFilter Create(
        FieldInfo info, SpanScope scope, TracerExtractor extract, FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands)
    {
        var cursor = new SpanCursor(extract, scratch) { Info = info, Text = info.Name };
        return new EnclosingSpanFilter(cursor, CursorCheck.Create(cursor, operation, operands), scope);
    }

    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        if (context.Thread is not { } thread)
        {
            return false;
        }

        var type = context.Event.Type;
        var own = type is EventType.TracerEnter or EventType.TracerExit ? ThreadTracer.Find(thread)?.Enter : null;
        var spans = context.Machine.Spans;
        for (var i = 0; i < spans.Count; i++)
        {
            if (Holds(context, thread, spans[i]))
            {
                return type != EventType.TracerEnter || spans[i] != own;
            }
        }

        return type == EventType.TracerExit && own is not null && Holds(context, thread, own);
    }

    bool Holds(EventContext context, ThreadState thread, TracerSpan span)
    {
        cursor.Current = span;
        return EnclosingSpan.Contains(context, thread, span, scope) && check.Matches(context);
    }
}
