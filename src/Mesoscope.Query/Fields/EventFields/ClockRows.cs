using Mesoscope.Events.Schema;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>How long calls took and what passed between events.</summary>
static class ClockRows
{
    /// <summary>The rows.</summary>
    public static EventFieldRow[] Create() =>
    [
        Latency("evt.latency", NanosecondsPart.Whole, PrintFormat.Decimal, "Nanoseconds from a call's enter event to its exit event; 0 on enter events."),
        Latency("evt.latency.s", NanosecondsPart.Seconds, PrintFormat.Decimal, "The whole seconds of evt.latency."),
        Latency("evt.latency.ns", NanosecondsPart.Fraction, PrintFormat.PaddedDecimal, "The nanoseconds of evt.latency beyond its whole seconds."),
        EventFieldRow.Value("evt.latency.quantized", ParameterType.UInt64, PrintFormat.Decimal, "Logarithm of evt.latency, scaled to the columns of a spectrogram.", FlagExtractors.QuantizedLatency).AsUnlisted(),
        EventFieldRow.Text("evt.latency.human", "evt.latency in a unit that suits its size, such as 10.3ms.", static (request, _) => new LatencyTextField { Info = request.Info, Text = request.Text }),
        Delta("evt.deltatime", NanosecondsPart.Whole, PrintFormat.Decimal, "Nanoseconds since the event before."),
        Delta("evt.deltatime.s", NanosecondsPart.Seconds, PrintFormat.Decimal, "Whole seconds since the event before."),
        Delta("evt.deltatime.ns", NanosecondsPart.Fraction, PrintFormat.PaddedDecimal, "The nanoseconds since the event before, beyond the whole seconds."),
        OutputTime(),
    ];

    static EventFieldRow OutputTime()
    {
        var row = EventFieldRow.Text(
            "evt.outputtime",
            "The time in the form that -t asks for; evt.time by default.",
            static (request, session) => new OutputTimeField(session.TimeStyle, TimeText.For(session.TimeZone)) { Info = request.Info, Text = request.Text });
        return row with { Info = row.Info with { IsPrintOnly = true, IsUnlisted = true } };
    }

    static EventFieldRow Latency(string name, NanosecondsPart part, PrintFormat format, string description) =>
        new(
            new FieldInfo(name, ParameterType.RelTime, format, description),
            (request, _) => new NanosecondsField(part, NanosecondsField.Latency) { Info = request.Info, Text = request.Text });

    static EventFieldRow Delta(string name, NanosecondsPart part, PrintFormat format, string description) =>
        new(
            new FieldInfo(name, ParameterType.RelTime, format, description),
            (request, _) => new DeltaField(part) { Info = request.Info, Text = request.Text });
}
