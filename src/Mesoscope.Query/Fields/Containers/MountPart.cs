namespace Mesoscope.Query.Fields.Containers;

/// <summary>What a field shows of a mount.</summary>
enum MountPart
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Where it comes from on the host.</summary>
    Source,

    /// <summary>Where it appears in the container.</summary>
    Destination,

    /// <summary>Its options.</summary>
    Mode,

    /// <summary>Whether it can be written to.</summary>
    Writable,

    /// <summary>Its propagation.</summary>
    Propagation,
}
