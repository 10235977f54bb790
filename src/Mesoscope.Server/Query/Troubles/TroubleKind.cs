using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Troubles;

/// <summary>The words for what can be wrong, the worst first.</summary>
public static class TroubleKind
{
    /// <summary>A port could not be had because something else holds it.</summary>
    public const string PortConflict = "port-conflict";

    /// <summary>Memory ran out.</summary>
    public const string OomKilled = "oom-killed";

    /// <summary>It fails again and again: three times in 10 minutes at least.</summary>
    public const string Restarting = "restarting";

    /// <summary>A task that waits for its container for more than a minute, or failed before it had one.</summary>
    public const string NotStarted = "not-started";

    /// <summary>A health check says so.</summary>
    public const string Unhealthy = "unhealthy";

    /// <summary>It failed once or twice in 10 minutes.</summary>
    public const string Died = "died";

    /// <summary>Its processor limit held it back for a tenth of the time at least.</summary>
    public const string Throttled = "throttled";

    /// <summary>Its agent was not heard of for a minute.</summary>
    public const string StaleAgent = "stale-agent";

    static readonly string[] s_worstFirst = [PortConflict, OomKilled, Restarting, NotStarted, Unhealthy, Died, Throttled, StaleAgent];

    static readonly int s_firstWarning = Array.IndexOf(s_worstFirst, Died);

    internal static int Rank(string kind) => Array.IndexOf(s_worstFirst, kind);

    internal static HealthLevel Level(string kind) => Rank(kind) < s_firstWarning ? HealthLevel.Critical : HealthLevel.Warning;
}
