using Mesoscope.Events.Schema;
using Mesoscope.Machine.Tracers;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>The fields <c>span.*</c> of tracer events: what a program said with a tracer.</summary>
sealed class SpanFields : TableFieldClass
{
    const byte Equal = (byte)'=';

    /// <inheritdoc/>
    public override string Name => "span";

    /// <inheritdoc/>
    public override string Description => "Spans that programs mark with tracers.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        OfId("span.id", "Id of the span; the same for its begin and its end.", Tracer(static (c, t, s, ref v) => v.Set(t.Current.Id))),
        Tracked(OfText("span.time", "Time of the tracer, with nanoseconds.", Entered(GetTime))),
        OfNumber("span.ntags", ParameterType.UInt32, "How many tags the span has.", Tracer(static (c, t, s, ref v) => v.Set((ulong)t.Current.Tags.Count))),
        OfNumber("span.nargs", ParameterType.UInt32, "How many arguments the span's begin has.", Tracer(static (c, t, s, ref v) =>
            s.Session.TracksSpans && t.Enter is { } enter && v.Set((ulong)enter.ArgumentValues.Count))),
        OfText("span.tags", "The span's tags with dots between.", Tracer(static (c, t, s, ref v) => TracerValue.GetTags(t.Current, s, ref v))),
        Indexed(OfText("span.tag", "One tag, from 0: span.tag[1]. Numbers below 0 count from the end: span.tag[-1] is the last.", Tracer(static (c, t, s, ref v) =>
            TracerValue.GetTag(t.Current, s, ref v)))),
        Tracked(OfText("span.args", "The tracer's arguments with commas between.", Entered(static (c, t, s, ref v) =>
            TracerValue.GetArguments(Own(c, t), s, ref v, Equal)))),
        Tracked(OfText("span.arg", "One argument by name or from 0: span.arg.user, span.arg[1]; span.arg[-1] is the last.", Entered(static (c, t, s, ref v) =>
            TracerValue.GetArgument(Own(c, t), s, ref v))).WithArgument()),
        Tracked(OfText("span.enterargs", "The arguments of the span's begin with commas between.", Entered(static (c, t, s, ref v) =>
            TracerValue.GetArguments(t.Enter, s, ref v, Equal)))),
        Tracked(OfText("span.enterarg", "One argument of the span's begin by name or from 0.", Entered(static (c, t, s, ref v) =>
            TracerValue.GetArgument(t.Enter, s, ref v))).WithArgument()),
        Tracked(OfNumber("span.duration", ParameterType.RelTime, "Nanoseconds from the span's begin to its end.", Entered(GetDuration))),
        Tracked(OfNumber("span.duration.quantized", ParameterType.UInt64, "Decimal logarithm of the duration, for views.", Entered(static (c, t, s, ref v) => false)).AsUnlisted()),
        Tracked(OfText("span.duration.human", "The duration with a unit that suits it: 10.3ms.", Entered(GetDurationText))),
        Tracked(Indexed(OfNumber("span.duration.fortag", ParameterType.RelTime, "The duration if the span has one tag more than the argument says.", Entered(static (c, t, s, ref v) =>
            t.Current.Tags.Count - 1 == s.ArgumentIndex && GetDuration(c, t, s, ref v)))).AsUnlisted()),
        OfNumber("span.count", ParameterType.UInt64, "1 for the ends of spans.", Tracer(static (c, t, s, ref v) => v.Set(!c.Event.Info.IsEnter))).AsUnlisted(),
        Indexed(OfNumber("span.count.fortag", ParameterType.UInt64, "1 for the ends of spans that have one tag more than the argument says.", Tracer(static (c, t, s, ref v) =>
            v.Set(!c.Event.Info.IsEnter && t.Current.Tags.Count - 1 == s.ArgumentIndex)))).AsUnlisted(),
        Indexed(OfNumber("span.childcount.fortag", ParameterType.UInt64, "1 for the ends of spans that have more tags than that.", Tracer(static (c, t, s, ref v) =>
            v.Set(!c.Event.Info.IsEnter && t.Current.Tags.Count > s.ArgumentIndex + 1)))).AsUnlisted(),
        Tracked(Indexed(OfText("span.idtag", "Id and a tag together, for views.", Entered(GetIdAndTag))).AsUnlisted()),
        Tracked(OfText("span.rawtime", "Time of the span's begin in nanoseconds, for views.", Entered(static (c, t, s, ref v) => GetNumberText(t.Enter!.Time, s, ref v))).AsUnlisted()),
        Tracked(OfText("span.rawparenttime", "Time of the parent's begin in nanoseconds, for views.", Entered(static (c, t, s, ref v) =>
            c.Machine.Spans.FindParent(t.Enter!) is { } parent && GetNumberText(parent.Time, s, ref v))).AsUnlisted()),
    ];

    static FieldRow Tracked(FieldRow row) => row with { TracksSpans = true };

    static FieldRow Indexed(FieldRow row) => row.WithArgument() with { IsIndexed = true };

    static FieldExtractor Tracer(SpanExtractor extract) => (c, s, ref v) =>
        c.Event.Type is EventType.TracerEnter or EventType.TracerExit
        && c.Thread is { } thread && ThreadTracer.Find(thread) is { } tracer && extract(c, tracer, s, ref v);

    static FieldExtractor Entered(SpanExtractor extract) => Tracer((c, t, s, ref v) => t.Enter is not null && extract(c, t, s, ref v));

    static TracerSpan? Own(Machine.EventContext context, ThreadTracer tracer) => context.Event.Info.IsEnter ? tracer.Enter : tracer.Exit;

    static bool GetTime(Machine.EventContext context, ThreadTracer tracer, FieldScratch scratch, ref FieldValue value)
    {
        var time = (TimeText)(scratch.Memory ??= TimeText.For(scratch.Session.TimeZone));
        var text = scratch.NewText();
        time.AppendTime(text, context.Event.Timestamp, withFraction: true);
        return value.Set(text.Written);
    }

    static bool GetDuration(Machine.EventContext context, ThreadTracer tracer, FieldScratch scratch, ref FieldValue value) =>
        !context.Event.Info.IsEnter && value.Set(Math.Max((long)(tracer.Exit.Time - tracer.Enter!.Time), 0));

    static bool GetDurationText(Machine.EventContext context, ThreadTracer tracer, FieldScratch scratch, ref FieldValue value)
    {
        if (!GetDuration(context, tracer, scratch, ref value))
        {
            return false;
        }

        var text = scratch.NewText();
        DurationText.Append(text, value.Number);
        return value.Set(text.Written);
    }

    static bool GetIdAndTag(Machine.EventContext context, ThreadTracer tracer, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.NewText();
        text.AppendDecimal(tracer.Current.Id);
        tracer.Current.Tags.TryGet(scratch.ArgumentIndex ?? 0, out var tag);
        text.Append(tag);
        return value.Set(text.Written);
    }

    static bool GetNumberText(ulong number, FieldScratch scratch, ref FieldValue value)
    {
        var text = scratch.NewText();
        text.AppendDecimal(number);
        return value.Set(text.Written);
    }
}
