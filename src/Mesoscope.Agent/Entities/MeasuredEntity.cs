using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Entities;

/// <summary>A thing that the server knows, or will: its names and what was measured of it in the span that is going on.</summary>
/// <param name="number">What samples call it.</param>
/// <param name="kind">What it is.</param>
/// <param name="sums">Its values.</param>
sealed class MeasuredEntity(ulong number, EntityKind kind, MetricSums sums)
{
    IReadOnlyList<Label> _labels = [];
    ulong _parent;
    long _beginTimeMs;
    long _endTimeMs;

    /// <summary>What samples call it.</summary>
    public ulong Number => number;

    /// <summary>Its values.</summary>
    public MetricSums Sums => sums;

    /// <summary>Whether the server has to be told of a change.</summary>
    public bool IsChanged { get; private set; } = true;

    /// <summary>Whether it was told to the server at all.</summary>
    public bool IsTold { get; private set; }

    /// <summary>Its names; a list of equal content is no change.</summary>
    public IReadOnlyList<Label> Labels
    {
        get => _labels;
        set
        {
            IsChanged |= !_labels.SequenceEqual(value);
            _labels = value;
        }
    }

    /// <summary>The entity that it is part of; 0 for the host.</summary>
    public ulong Parent
    {
        get => _parent;
        set => Set(ref _parent, value);
    }

    /// <summary>Milliseconds since 1970.</summary>
    public long BeginTimeMs
    {
        get => _beginTimeMs;
        set => Set(ref _beginTimeMs, value);
    }

    /// <summary>Milliseconds since 1970; 0 while it lives.</summary>
    public long EndTimeMs
    {
        get => _endTimeMs;
        set => Set(ref _endTimeMs, value);
    }

    /// <summary>The value of a label; null when it has none of that name.</summary>
    public string? FindLabel(string name) => _labels.FirstOrDefault(label => label.Name == name)?.Value;

    /// <summary>What the server is told; it knows it from here on.</summary>
    public EntityRecord TakeRecord()
    {
        IsChanged = false;
        IsTold = true;
        var record = new EntityRecord { Number = number, Kind = kind, Parent = _parent, BeginTimeMs = _beginTimeMs, EndTimeMs = _endTimeMs };
        record.Labels.AddRange(_labels);
        return record;
    }

    void Set<T>(ref T field, T value)
        where T : IEquatable<T>
    {
        IsChanged |= !field.Equals(value);
        field = value;
    }
}
