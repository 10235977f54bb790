namespace Mesoscope.Machine.Tracers;

/// <summary>One end of a span: what the tracer said, when and on which thread.</summary>
public sealed class TracerSpan : Tracer
{
    /// <summary>Nanoseconds since 1970.</summary>
    public ulong Time { get; set; }

    /// <summary>The thread that wrote the tracer.</summary>
    public long Tid { get; set; }

    /// <summary>Whether both are of the same span.</summary>
    internal bool IsSameSpan(TracerSpan other) => Id == other.Id && Tags.Bytes.SequenceEqual(other.Tags.Bytes);

    internal void CopyFrom(Tracer tracer, long tid, ulong time)
    {
        Id = tracer.Id;
        Tags.CopyFrom(tracer.Tags);
        ArgumentNames.CopyFrom(tracer.ArgumentNames);
        ArgumentValues.CopyFrom(tracer.ArgumentValues);
        Tid = tid;
        Time = time;
    }
}
