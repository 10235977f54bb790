namespace Mesoscope.Kernel.Counting;

/// <summary>Receives what changed between two reads. What did not change is not shown.</summary>
public interface ICounterSink
{
    /// <summary>A process, once per read.</summary>
    void OnProcess(in ProcessCounters c);

    /// <summary>A control group, once per read, after all processes. Sums over all groups are sums over the machine.</summary>
    void OnControlGroup(in ControlGroupCounters c);

    /// <summary>A connection, once per read.</summary>
    void OnConnection(in ConnectionCounters c);

    /// <summary>Failed calls of a control group, by error; sums to <see cref="Activity.Errors"/>.</summary>
    /// <param name="controlGroup">The group.</param>
    /// <param name="errorNumber">Positive, as in errno.h. A call that a signal interrupted counts as EINTR, also where the kernel restarts it.</param>
    /// <param name="count">How many since the read before.</param>
    void OnError(ulong controlGroup, int errorNumber, ulong count);
}
