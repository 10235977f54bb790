namespace Mesoscope.Machine;

/// <summary>What a write turned out to be.</summary>
public enum TracerResult
{
    /// <summary>A whole tracer.</summary>
    Complete,

    /// <summary>No tracer.</summary>
    NoTracer,

    /// <summary>The beginning of a tracer; more will come.</summary>
    Incomplete,
}
