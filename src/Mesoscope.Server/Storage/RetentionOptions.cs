namespace Mesoscope.Server.Storage;

/// <summary>How long what is stored is kept.</summary>
public sealed record RetentionOptions
{
    /// <summary>Samples of ten seconds; 24 hours by default, 3 hours at least: coarser samples are made of them, and late ones join them.</summary>
    public TimeSpan TenSeconds { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Samples of a minute; 7 days by default, 1 day at least.</summary>
    public TimeSpan Minute { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Samples of ten minutes; 60 days by default, 3 days at least.</summary>
    public TimeSpan TenMinutes { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Samples of an hour, names of entities and happenings; 2 years by default, 7 days at least.</summary>
    public TimeSpan Hour { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Names of processes and connections, which are many; 7 days by default.</summary>
    public TimeSpan Processes { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a tier is kept.</summary>
    public TimeSpan Of(Tier tier) => tier switch
    {
        Tier.TenSeconds => TenSeconds,
        Tier.Minute => Minute,
        Tier.TenMinutes => TenMinutes,
        Tier.Hour => Hour,
        _ => TimeSpan.Zero,
    };
}
