namespace Mesoscope.Captures.Blocks;

/// <summary>What a block holds, whatever its version.</summary>
enum BlockKind
{
    Unknown,
    Section,
    Machine,
    Processes,
    Descriptors,
    Interfaces,
    Users,
    Event,
}
