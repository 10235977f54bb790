using Mesoscope.Events.Schema;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Fields of every event: its number and its time.</summary>
sealed class GeneralEventFields : EventFieldClass
{
    /// <inheritdoc/>
    public override string Description => "What every event has: a number, a time and an origin.";

    /// <inheritdoc/>
    public override string AppliesTo => "All event types";

    /// <inheritdoc/>
    protected override EventFieldRow[] CreateRows() =>
    [
        new(
            new FieldInfo("evt.num", ParameterType.UInt64, PrintFormat.Id, "Number of the event in the capture, from 1."),
            static (request, _) => new EventNumberField { Info = request.Info, Text = request.Text }),
        Time("evt.time", TimeForm.Time, "Time of day with nanoseconds."),
        Time("evt.time.s", TimeForm.TimeSeconds, "Time of day in whole seconds."),
        Time("evt.time.iso8601", TimeForm.Iso, "Date and time with nanoseconds in the form of ISO 8601; always UTC."),
        Time("evt.datetime", TimeForm.DateTime, "Date and time of day with nanoseconds."),
        Time("evt.datetime.s", TimeForm.DateTimeSeconds, "Date and time of day in whole seconds."),
        Raw("evt.rawtime", NanosecondsPart.Whole, PrintFormat.Decimal, "Nanoseconds since the beginning of 1970, UTC."),
        Raw("evt.rawtime.s", NanosecondsPart.Seconds, PrintFormat.Decimal, "Whole seconds since the beginning of 1970, UTC."),
        Raw("evt.rawtime.ns", NanosecondsPart.Fraction, PrintFormat.PaddedDecimal, "The nanoseconds beyond evt.rawtime.s."),
        Relative("evt.reltime", NanosecondsPart.Whole, PrintFormat.PaddedDecimal, "Nanoseconds since the first event of the capture."),
        Relative("evt.reltime.s", NanosecondsPart.Seconds, PrintFormat.Decimal, "Whole seconds since the first event of the capture."),
        Relative("evt.reltime.ns", NanosecondsPart.Fraction, PrintFormat.PaddedDecimal, "The nanoseconds beyond evt.reltime.s."),
        Absent("evt.pluginname", "Name of the plugin that made the event. Plugins are not supported, so no event has one."),
        Absent("evt.plugininfo", "Summary of the event by the plugin that made it. Plugins are not supported, so no event has one."),
        EventFieldRow.Value("evt.source", ParameterType.CharBuf, PrintFormat.None, "Where the event comes from: 'syscall' unless a plugin made it.", OriginExtractors.Source).AsAddition(),
        EventFieldRow.Bool("evt.is_async", "'true' for events that a capture program made on its own, not the kernel.", OriginExtractors.IsAsync).AsAddition(),
        EventFieldRow.Value("evt.asynctype", ParameterType.CharBuf, PrintFormat.None, "For events that a capture program made on its own: their kind, such as 'container'.", OriginExtractors.AsyncType).AsAddition(),
        EventFieldRow.Value("evt.hostname", ParameterType.CharBuf, PrintFormat.None, "Name of the machine that the capture was made on.", OriginExtractors.HostName).AsAddition(),
    ];

    static EventFieldRow Time(string name, TimeForm form, string description) =>
        EventFieldRow.Text(name, description, (request, session) => new TimeField(form, TimeText.For(session.TimeZone)) { Info = request.Info, Text = request.Text });

    static EventFieldRow Raw(string name, NanosecondsPart part, PrintFormat format, string description) =>
        new(
            new FieldInfo(name, ParameterType.AbsTime, format, description),
            (request, _) => new NanosecondsField(part, NanosecondsField.SinceEpoch) { Info = request.Info, Text = request.Text });

    static EventFieldRow Relative(string name, NanosecondsPart part, PrintFormat format, string description) =>
        new(
            new FieldInfo(name, ParameterType.RelTime, format, description),
            (request, _) => new NanosecondsField(part, NanosecondsField.SinceStart) { Info = request.Info, Text = request.Text });

    static EventFieldRow Absent(string name, string description) =>
        EventFieldRow.Value(name, ParameterType.CharBuf, PrintFormat.None, description, OriginExtractors.Nothing);
}
