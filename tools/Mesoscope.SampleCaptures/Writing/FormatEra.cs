namespace Mesoscope.SampleCaptures.Writing;

/// <summary>Which of the block layouts a capture is written in.</summary>
public enum FormatEra
{
    /// <summary>Section header 1.0 as of 2016: process list version 5, events without a parameter count.</summary>
    Old,

    /// <summary>Section header 1.2: entries carry their lengths, process list version 9, events with a parameter count.</summary>
    Current,
}
