namespace Mesoscope.Events.Snapshot;

/// <summary>A user of the machine (user list block).</summary>
public sealed record UserEntry
{
    /// <summary>User id.</summary>
    public uint Uid { get; init; }

    /// <summary>Main group id.</summary>
    public uint Gid { get; init; }

    /// <summary>Login name, UTF-8, without NUL.</summary>
    public byte[] Name { get; init; } = [];

    /// <summary>Home directory.</summary>
    public byte[] HomeDirectory { get; init; } = [];

    /// <summary>Login shell.</summary>
    public byte[] Shell { get; init; } = [];
}
