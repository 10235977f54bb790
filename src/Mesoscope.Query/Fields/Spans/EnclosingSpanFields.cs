using Mesoscope.Events.Schema;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Spans;

/// <summary>The fields <c>evtin.*</c>: the span that an event lies in.</summary>
sealed class EnclosingSpanFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "evtin";

    /// <inheritdoc/>
    public override string Description => "Spans that the event lies in: those that began before it and have not ended.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        .. CreateRows("evtin.span.", SpanScope.Thread, "made by the thread of the event"),
        .. CreateRows("evtin.span.p.", SpanScope.Process, "made by the process of the event"),
        .. CreateRows("evtin.span.s.", SpanScope.Script, "made by the parent of the event's process"),
        .. CreateRows("evtin.span.m.", SpanScope.Machine, "made anywhere on the machine"),
    ];

    static FieldRow[] CreateRows(string prefix, SpanScope scope, string whose) =>
    [
        Create(new FieldInfo(prefix + "id", ParameterType.Int64, PrintFormat.Id, $"Id of a span {whose} that the event lies in."), scope, static (t, s, ref v) => v.Set(t.Id)),
        Create(Count(prefix + "ntags", $"How many tags a span has, {whose}, that the event lies in."), scope, static (t, s, ref v) => v.Set((ulong)t.Tags.Count)),
        Create(Count(prefix + "nargs", $"How many arguments a span has, {whose}, that the event lies in."), scope, static (t, s, ref v) => v.Set((ulong)t.ArgumentValues.Count)),
        Create(Words(prefix + "tags", $"Tags of a span {whose} that the event lies in, with dots between."), scope, static (t, s, ref v) => TracerValue.GetTags(t, s, ref v)),
        Create(Words(prefix + "tag", $"One tag of a span {whose} that the event lies in; see span.tag."), scope, static (t, s, ref v) => TracerValue.GetTag(t, s, ref v))
            .WithArgument() with { IsIndexed = true },
        Create(Words(prefix + "args", $"Arguments of a span {whose} that the event lies in, with commas between."), scope, static (t, s, ref v) =>
            TracerValue.GetArguments(t, s, ref v, (byte)':')),
        Create(Words(prefix + "arg", $"One argument of a span {whose} that the event lies in; see span.arg."), scope, static (t, s, ref v) => TracerValue.GetArgument(t, s, ref v))
            .WithArgument(),
    ];

    static FieldInfo Count(string name, string description) => new(name, ParameterType.UInt32, PrintFormat.Decimal, description);

    static FieldInfo Words(string name, string description) => new(name, ParameterType.CharBuf, PrintFormat.None, description);

    static FieldRow Create(FieldInfo info, SpanScope scope, TracerExtractor extract) =>
        new(info, (c, s, ref v) => EnclosingSpan.TryGet(c, s, ref v, scope, extract))
        {
            TracksSpans = true,
            Compare = (scratch, operation, operands) => EnclosingSpanFilter.Create(info, scope, extract, scratch, operation, operands),
        };
}
