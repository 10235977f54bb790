namespace Mesoscope.Machine;

/// <summary>How a state engine decides which events are shown.</summary>
public readonly record struct StateEngineOptions()
{
    /// <summary>Shows events about the recording itself even when a filter does not want them; off by default.</summary>
    public bool ShowsInternalEvents { get; init; }

    /// <summary>The events are also written to a file: writes that carry tracers then stay visible as what they are. Off by default.</summary>
    public bool IsWriting { get; init; }
}
