using System.Collections;
using System.Runtime.CompilerServices;

namespace Mesoscope.Server.Storage;

/// <summary>Ids of entities in ascending order, each once: made once, used for many readings. Never changes.</summary>
[CollectionBuilder(typeof(EntityIds), nameof(Create))]
public sealed class EntityIds : IReadOnlyList<long>
{
    readonly long[] _ids;

    EntityIds(long[] ids) => _ids = ids;

    /// <summary>How many there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The id at an index.</summary>
    public long this[int index] => _ids[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<long> Span => _ids;

    /// <summary>Makes a set of ids in any order.</summary>
    public static EntityIds From(IEnumerable<long> ids) => Create(ids as long[] ?? [.. ids]);

    /// <summary>Makes a set of ids in any order.</summary>
    public static EntityIds Create(ReadOnlySpan<long> ids)
    {
        var sorted = ids.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
            {
                sorted[count++] = id;
            }
        }

        return new EntityIds(count == sorted.Length ? sorted : sorted[..count]);
    }

    /// <summary>One of several parts of about the same length, in order.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="parts">How many there are.</param>
    public EntityIds Part(int index, int parts) => new(_ids[(int)((long)Count * index / parts)..(int)((long)Count * (index + 1) / parts)]);

    /// <summary>The index of an id; negative when it is not there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="hint">Where the one before was found: most readings come in order, and the next is at once found there or behind it.</param>
    public int IndexOf(long id, int hint)
    {
        for (var i = Math.Max(0, hint); i < _ids.Length && i <= hint + 1; i++)
        {
            if (_ids[i] == id)
            {
                return i;
            }
        }

        return Array.BinarySearch(_ids, id);
    }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)_ids).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _ids.GetEnumerator();
}
