using System.Diagnostics.CodeAnalysis;

namespace Mesoscope.Machine.Descriptors;

/// <summary>The descriptors of one process, by number: an array for the small numbers that nearly all have, a hash table for the rest.</summary>
public sealed class DescriptorTable
{
    /// <summary>Where a descriptor waits that was overwritten between the entry and the return of its close.</summary>
    internal const long CanceledNumber = long.MaxValue;

    const int SmallLimit = 1024;
    DescriptorState?[] _small = [];
    Dictionary<long, DescriptorState>? _large;

    /// <summary>How many are open.</summary>
    public int Count { get; private set; }

    /// <summary>The descriptor with that number, or null.</summary>
    public DescriptorState? Find(long number)
    {
        var small = _small;
        return (ulong)number < (ulong)small.Length ? small[number] : _large is null ? null : FindLarge(number);
    }

    /// <summary>
    /// Puts a descriptor at a number. One that is there already becomes the same as the new one; when it was being closed, the new one is
    /// marked to survive that and the old one is kept aside.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="descriptor">Copied; marked like its copy.</param>
    /// <param name="limit">A table with that many takes no more.</param>
    /// <returns>The one in the table, or null when it is full.</returns>
    internal DescriptorState? Add(long number, DescriptorState descriptor, int limit)
    {
        if (Find(number) is { } known)
        {
            if ((known.Flags & DescriptorFlags.CloseInProgress) != 0)
            {
                descriptor.Flags = (descriptor.Flags & ~DescriptorFlags.CloseInProgress) | DescriptorFlags.CloseCanceled;
                Put(CanceledNumber, known);
            }

            known.CopyFrom(descriptor);
            return known;
        }

        return Count < limit ? Put(number, descriptor) : null;
    }

    /// <summary>Takes a descriptor out; false when there is none with that number.</summary>
    internal bool Remove(long number)
    {
        if ((ulong)number < (ulong)_small.Length)
        {
            if (_small[number] is null)
            {
                return false;
            }

            _small[number] = null;
        }
        else if (_large is null || !_large.Remove(number))
        {
            return false;
        }

        Count--;
        return true;
    }

    /// <summary>Takes all descriptors out.</summary>
    internal void Clear()
    {
        _small = [];
        _large = null;
        Count = 0;
    }

    /// <summary>Becomes a copy of another table, each descriptor marked as cloned.</summary>
    internal void CloneFrom(DescriptorTable other)
    {
        Clear();
        foreach (var (number, descriptor) in other.Items())
        {
            Put(number, descriptor)!.Flags |= DescriptorFlags.Cloned;
        }
    }

    /// <summary>The descriptors with their numbers, small numbers first.</summary>
    public IEnumerable<(long Number, DescriptorState Descriptor)> Items()
    {
        for (var i = 0; i < _small.Length; i++)
        {
            if (_small[i] is { } descriptor)
            {
                yield return (i, descriptor);
            }
        }

        if (_large is not null)
        {
            foreach (var (number, descriptor) in _large)
            {
                yield return (number, descriptor);
            }
        }
    }

    DescriptorState? FindLarge(long number) => _large!.GetValueOrDefault(number);

    [return: NotNull]
    DescriptorState? Put(long number, DescriptorState descriptor)
    {
        var copy = new DescriptorState();
        copy.CopyFrom(descriptor);
        if ((ulong)number < SmallLimit)
        {
            if (number >= _small.Length)
            {
                MakeRoom((int)number);
            }

            Count += _small[number] is null ? 1 : 0;
            _small[number] = copy;
        }
        else
        {
            _large ??= [];
            Count += _large.ContainsKey(number) ? 0 : 1;
            _large[number] = copy;
        }

        return copy;
    }

    // Descriptors below the new length can't be in the large part: that begins at SmallLimit.
    void MakeRoom(int number) =>
        Array.Resize(ref _small, Math.Max(16, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)number + 1)));
}
