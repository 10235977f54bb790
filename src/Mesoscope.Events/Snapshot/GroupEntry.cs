namespace Mesoscope.Events.Snapshot;

/// <summary>A group of the machine (user list block).</summary>
public sealed record GroupEntry
{
    /// <summary>Group id.</summary>
    public uint Gid { get; init; }

    /// <summary>Name, UTF-8, without NUL.</summary>
    public byte[] Name { get; init; } = [];
}
