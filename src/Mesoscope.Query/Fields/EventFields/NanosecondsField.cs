using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>A time or a span of time in nanoseconds, whole or one part of it; in JSON always a plain number.</summary>
sealed class NanosecondsField(NanosecondsPart part, NanosecondsSource source) : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (!source(context, out var nanoseconds))
        {
            return false;
        }

        value.Number = Take(nanoseconds, part);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output)
    {
        var value = default(FieldValue);
        if (!TryGet(context, ref value))
        {
            return false;
        }

        output.AppendDecimal((long)value.Number);
        return true;
    }

    /// <summary>The wanted part of a number of nanoseconds.</summary>
    public static ulong Take(ulong nanoseconds, NanosecondsPart part) => part switch
    {
        NanosecondsPart.Seconds => nanoseconds / TimeText.NanosecondsPerSecond,
        NanosecondsPart.Fraction => nanoseconds % TimeText.NanosecondsPerSecond,
        _ => nanoseconds,
    };

    /// <summary>Since 1970.</summary>
    public static bool SinceEpoch(EventContext context, out ulong nanoseconds)
    {
        nanoseconds = context.Event.Timestamp;
        return true;
    }

    /// <summary>Since the first event.</summary>
    public static bool SinceStart(EventContext context, out ulong nanoseconds)
    {
        nanoseconds = context.Event.Timestamp - context.Machine.FirstEventTime;
        return true;
    }

    /// <summary>Between a call's enter and exit event; 0 for enter events and unknown threads.</summary>
    public static bool Latency(EventContext context, out ulong nanoseconds)
    {
        nanoseconds = context.OwnThread?.Latency ?? 0;
        return context.OwnThread is null || (context.Event.Info.Category & EventCategory.Internal) == 0;
    }
}
