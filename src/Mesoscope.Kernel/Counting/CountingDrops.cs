namespace Mesoscope.Kernel.Counting;

/// <summary>What could not be counted or told since the start, by cause.</summary>
/// <param name="Calls">Calls that are counted nowhere: the kernel had no memory for a thread's counters.</param>
/// <param name="Processes">Ended threads of which only the control group knows, because the ring was full: group sums hold, process sums lack them.</param>
/// <param name="ControlGroups">Ended threads that not even their control group knows, because both ring and table of groups were full.</param>
/// <param name="Connections">Calls on sockets that are in no connection, because the table of connections was full.</param>
/// <param name="Errors">Errors that are in no <see cref="ICounterSink.OnError"/>, because the table of errors was full.</param>
/// <param name="Happenings">Happenings lost because the ring was full.</param>
/// <param name="FailedCalls">Failed calls of young control groups left out by the limit of each group.</param>
/// <param name="Listeners">Listening sockets whose queue is not seen, because the table of listeners was full.</param>
public readonly record struct CountingDrops(
    ulong Calls, ulong Processes, ulong ControlGroups, ulong Connections, ulong Errors, ulong Happenings, ulong FailedCalls, ulong Listeners);
