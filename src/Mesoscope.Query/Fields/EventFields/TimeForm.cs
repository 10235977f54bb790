namespace Mesoscope.Query.Fields.EventFields;

/// <summary>How a time is written.</summary>
enum TimeForm
{
    /// <summary>Time of day with nanoseconds.</summary>
    Time,

    /// <summary>Time of day.</summary>
    TimeSeconds,

    /// <summary>Date and time of day with nanoseconds.</summary>
    DateTime,

    /// <summary>Date and time of day.</summary>
    DateTimeSeconds,

    /// <summary>ISO 8601, UTC.</summary>
    Iso,
}
