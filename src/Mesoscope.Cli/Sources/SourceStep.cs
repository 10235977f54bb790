namespace Mesoscope.Cli.Sources;

/// <summary>What a source of events had to give.</summary>
enum SourceStep
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>Nothing now, or time to show what there is so far.</summary>
    Idle,

    /// <summary>No more events will come.</summary>
    Ended,
}
