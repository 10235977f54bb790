namespace Mesoscope.Server.Catalog;

/// <summary>How much one agent may name. What is beyond is refused and counted.</summary>
public sealed record EntityLimits
{
    /// <summary>Living entities of an agent; 20,000 by default.</summary>
    public int Entities { get; init; } = 20_000;

    /// <summary>Labels of an entity; 128 by default. Those with the first names are kept.</summary>
    public int Labels { get; init; } = 128;

    /// <summary>Characters of a label's name; 200 by default. A label with a longer one is refused.</summary>
    public int NameLength { get; init; } = 200;

    /// <summary>Characters of a label's value; 1,024 by default. Longer ones are cut.</summary>
    public int ValueLength { get; init; } = 1024;

    /// <summary>Entities that may get new names within a minute; 6,000 by default. Beyond, they keep those they have.</summary>
    public int ChangesPerMinute { get; init; } = 6_000;
}
