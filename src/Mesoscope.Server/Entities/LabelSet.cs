using System.Diagnostics.CodeAnalysis;

namespace Mesoscope.Server.Entities;

/// <summary>Names of an entity: label names with a value each, in ordinal order of the names. Never changes.</summary>
public sealed class LabelSet : IEquatable<LabelSet>
{
    readonly KeyValuePair<string, string>[] _labels;
    readonly int _hash;

    LabelSet(KeyValuePair<string, string>[] labels)
    {
        _labels = labels;
        var hash = new HashCode();
        foreach (var (name, value) in labels)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>No names at all.</summary>
    public static LabelSet Empty { get; } = new([]);

    /// <summary>The labels in ordinal order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _labels;

    /// <summary>Makes a set; of a name that comes twice the last value counts.</summary>
    public static LabelSet From(IEnumerable<KeyValuePair<string, string>> labels)
    {
        var byName = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in labels)
        {
            byName[name] = value;
        }

        return byName.Count == 0 ? Empty : new LabelSet([.. byName]);
    }

    /// <summary>The value of a label; false when the entity has none of that name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        int low = 0, high = _labels.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(_labels[middle].Key, name);
            if (order == 0)
            {
                value = _labels[middle].Value;
                return true;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) => other is not null && _hash == other._hash && _labels.AsSpan().SequenceEqual(other._labels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
