using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Measures;

namespace Mesoscope.Agent.Sampling;

/// <summary>Connections of one kind as entity.</summary>
/// <param name="key">What they have in common.</param>
/// <param name="entity">What the server knows.</param>
sealed class ConnectionState(ConnectionKey key, MeasuredEntity entity)
{
    /// <summary>What they have in common.</summary>
    public ConnectionKey Key => key;

    /// <summary>What the server knows.</summary>
    public MeasuredEntity Entity => entity;

    /// <summary>What went over them in the last tick.</summary>
    public ConnectionMeasure Measure { get; } = new();

    /// <summary>When something went over them last, milliseconds since 1970.</summary>
    public long LastUseMs { get; set; }
}
