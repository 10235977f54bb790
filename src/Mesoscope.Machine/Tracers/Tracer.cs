namespace Mesoscope.Machine.Tracers;

/// <summary>What one tracer says: the begin or the end of a span, with its names and values.</summary>
public class Tracer
{
    /// <summary>Tells spans with the same tags apart.</summary>
    public long Id { get; set; }

    /// <summary>Names of the span, from the outermost to its own.</summary>
    public TextList Tags { get; } = new();

    /// <summary>Names of the arguments.</summary>
    public TextList ArgumentNames { get; } = new();

    /// <summary>Values of the arguments, as many as there are names.</summary>
    public TextList ArgumentValues { get; } = new();

    /// <summary>Forgets names and values.</summary>
    internal void Clear()
    {
        Tags.Clear();
        ArgumentNames.Clear();
        ArgumentValues.Clear();
    }
}
