using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>What came of a call, and yes-or-no facts and counters.</summary>
static class OutcomeRows
{
    /// <summary>The rows.</summary>
    public static EventFieldRow[] Create() =>
    [
        new(
            new FieldInfo("evt.res", ParameterType.CharBuf, PrintFormat.Decimal, "What a call returned: 'SUCCESS', or the name of its error, such as 'ENOENT'."),
            static (request, _) => new ResultField { Info = request.Info, Text = request.Text }),
        EventFieldRow.Value("evt.rawres", ParameterType.Int64, PrintFormat.Decimal, "What a call returned as a number, such as -2.", ResultExtractors.Raw),
        EventFieldRow.Bool("evt.failed", "'true' when a call returned an error.", ResultExtractors.Failed),
        EventFieldRow.Bool("evt.is_io", "'true' for calls that read from descriptors or write to them.", FlagExtractors.IsIo),
        EventFieldRow.Bool("evt.is_io_read", "'true' for calls that read from descriptors.", FlagExtractors.IsRead),
        EventFieldRow.Bool("evt.is_io_write", "'true' for calls that write to descriptors.", FlagExtractors.IsWrite),
        EventFieldRow.Value("evt.io_dir", ParameterType.CharBuf, PrintFormat.None, "'read' for calls that read from descriptors, 'write' for calls that write to them.", FlagExtractors.IoDirection),
        EventFieldRow.Bool("evt.is_wait", "'true' for calls that wait, such as poll or nanosleep.", FlagExtractors.IsWait),
        EventFieldRow.Value("evt.wait_latency", ParameterType.RelTime, PrintFormat.Decimal, "Nanoseconds that a call which waits took to return.", FlagExtractors.WaitLatency),
        EventFieldRow.Bool("evt.is_syslog", "'true' for writes to /dev/log.", FlagExtractors.IsSyslog),
        EventFieldRow.Count("evt.count", "1 for every event; for summing up.", FlagExtractors.Count),
        EventFieldRow.Count("evt.count.error", "1 for every call that returned an error.", ResultExtractors.CountErrors),
        EventFieldRow.Count("evt.count.error.file", "1 for every call on files that returned an error.", ResultExtractors.CountFileErrors),
        EventFieldRow.Count("evt.count.error.net", "1 for every call on the network that returned an error.", ResultExtractors.CountNetworkErrors),
        EventFieldRow.Count("evt.count.error.memory", "1 for every call on memory that returned an error.", ResultExtractors.CountMemoryErrors),
        EventFieldRow.Count("evt.count.error.other", "1 for every other call that returned an error.", ResultExtractors.CountOtherErrors),
        EventFieldRow.Count("evt.count.exit", "1 for every exit event.", FlagExtractors.CountExits),
        EventFieldRow.Count("evt.count.procinfo", "1 for the regular report on a process.", FlagExtractors.CountProcesses).AsUnlisted(),
        EventFieldRow.Count("evt.count.threadinfo", "1 for the regular report on a thread.", FlagExtractors.CountThreads).AsUnlisted(),
        Around(),
        AbsolutePath(),
    ];

    static EventFieldRow Around() => new(
        new FieldInfo(
            "evt.around",
            ParameterType.UInt64,
            PrintFormat.Decimal,
            "Keeps the events near a moment: evt.around[T]=D, where T is a time as evt.rawtime gives it and D the milliseconds before and after. evt.around[1404996934793590564]=1000 keeps two seconds.")
        {
            Argument = FieldArgument.Required,
            IsFilterOnly = true,
        },
        AroundField.Create);

    static EventFieldRow AbsolutePath()
    {
        var row = EventFieldRow.Text(
            "evt.abspath",
            "The absolute path that a call such as renameat or symlinkat works on. Calls with two paths have 'evt.abspath.src' and 'evt.abspath.dst'.",
            AbsolutePathField.Create);
        return row with { Info = row.Info with { Argument = FieldArgument.Optional } };
    }
}
