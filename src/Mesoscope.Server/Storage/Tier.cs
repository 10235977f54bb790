namespace Mesoscope.Server.Storage;

/// <summary>How coarse stored samples are; the number is the length of their span in seconds.</summary>
public enum Tier
{
    /// <summary>Seconds, kept in memory for two minutes while somebody looks live.</summary>
    Second = 1,

    /// <summary>Ten seconds, as agents send them.</summary>
    TenSeconds = 10,

    /// <summary>One minute.</summary>
    Minute = 60,

    /// <summary>Ten minutes.</summary>
    TenMinutes = 600,

    /// <summary>One hour.</summary>
    Hour = 3600,
}
