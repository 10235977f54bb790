namespace Mesoscope.Server.Query.Objects;

/// <summary>How bad things are.</summary>
public enum HealthLevel
{
    /// <summary>Nothing is known to be wrong.</summary>
    Ok,

    /// <summary>It works, but somebody should look.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Critical,
}
