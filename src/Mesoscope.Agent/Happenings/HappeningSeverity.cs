namespace Mesoscope.Agent.Happenings;

/// <summary>How bad a happening is, as in RFC 5424.</summary>
static class HappeningSeverity
{
    /// <summary>Something does not work and does not mend itself.</summary>
    public const uint Error = 3;

    /// <summary>Something may go wrong.</summary>
    public const uint Warning = 4;

    /// <summary>Worth a look.</summary>
    public const uint Notice = 5;

    /// <summary>As it should be.</summary>
    public const uint Information = 6;
}
