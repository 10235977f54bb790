namespace Mesoscope.Query.Filters.Splitting;

/// <summary>A set of ids or names: the listed ones, or all but the listed ones. Immutable, safe for several threads.</summary>
/// <typeparam name="T">The id or name.</typeparam>
public sealed class KeySet<T> : IEquatable<KeySet<T>>
    where T : IEquatable<T>
{
    readonly HashSet<T> _members;

    /// <summary>Everything.</summary>
    public KeySet()
        : this([], isExclusion: true)
    {
    }

    /// <summary>The listed keys, or all others.</summary>
    /// <param name="members">The keys.</param>
    /// <param name="isExclusion">True for all but them.</param>
    public KeySet(IEnumerable<T> members, bool isExclusion)
    {
        _members = [.. members];
        IsExclusion = isExclusion;
    }

    /// <summary>True when <see cref="Members"/> are those left out.</summary>
    public bool IsExclusion { get; }

    /// <summary>The members; with <see cref="IsExclusion"/> those that are not.</summary>
    public IReadOnlyCollection<T> Members => _members;

    /// <summary>True when it holds everything.</summary>
    public bool IsAll => IsExclusion && _members.Count == 0;

    /// <summary>True when it holds nothing.</summary>
    public bool IsEmpty => !IsExclusion && _members.Count == 0;

    /// <summary>Whether it holds a key.</summary>
    public bool Contains(T key) => _members.Contains(key) != IsExclusion;

    /// <summary>What is not in it.</summary>
    public KeySet<T> Complement() => new(_members, !IsExclusion);

    /// <summary>What is in both.</summary>
    public KeySet<T> And(KeySet<T> other) => (IsExclusion, other.IsExclusion) switch
    {
        (true, true) => new(_members.Union(other._members), isExclusion: true),
        (false, _) => new(_members.Where(other.Contains), isExclusion: false),
        _ => other.And(this),
    };

    /// <summary>What is in either.</summary>
    public KeySet<T> Or(KeySet<T> other) => Complement().And(other.Complement()).Complement();

    /// <inheritdoc/>
    public bool Equals(KeySet<T>? other) => other is not null && IsExclusion == other.IsExclusion && _members.SetEquals(other._members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeySet<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsExclusion, _members.Count);
}
