namespace Mesoscope.Server.Storage.Sqlite;

/// <summary>Where and how the database lies.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The folder of the database; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>How long what is stored is kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>The clock that decides what is old.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True, the default: sealing, rolling up and deleting go on by themselves; false: only when a test asks.</summary>
    public bool MaintainsItself { get; init; } = true;

    /// <summary>Gets lines for the log.</summary>
    public Action<string> Log { get; init; } = static _ => { };
}
