using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Happenings;

/// <summary>What happened in a container so far that may explain its end.</summary>
sealed class ContainerPast
{
    /// <summary>Failed calls that are kept.</summary>
    const int MaxCalls = 20;

    readonly Queue<FailedCall> _calls = new();

    /// <summary>The last failed calls, oldest first.</summary>
    public IReadOnlyCollection<FailedCall> Calls => _calls;

    /// <summary>The end of its first process; null when that was not seen.</summary>
    public ProcessEnded? FirstEnd { get; set; }

    /// <summary>The process that ended last.</summary>
    public ProcessEnded? LastEnd { get; set; }

    /// <summary>Whether a process of it was killed because memory ran out.</summary>
    public bool IsOutOfMemory { get; set; }

    /// <summary>When anything of it was noted last, in ticks; what is old is forgotten.</summary>
    public long Tick { get; set; }

    /// <summary>Notes a failed call.</summary>
    public void Add(FailedCall call)
    {
        if (_calls.Count == MaxCalls)
        {
            _calls.Dequeue();
        }

        _calls.Enqueue(call);
    }
}
