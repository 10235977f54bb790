namespace Mesoscope.Captures.Blocks;

/// <summary>What the reader met.</summary>
enum BlockStep
{
    /// <summary>A block that is not an event; it has been read.</summary>
    Block,

    /// <summary>An event block; nothing of it has been used up.</summary>
    Event,

    /// <summary>The end of the capture.</summary>
    End,
}
