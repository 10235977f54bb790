using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>
/// Reads a table whose numbers only grow: the kernel's last resort when a ring or a thread's own places are full, so it is mostly empty. An
/// element that did not grow for a while is removed; whoever adds to it at that very moment makes it anew.
/// </summary>
/// <param name="map">The table; it must outlive this object.</param>
/// <typeparam name="TKey">Its keys.</typeparam>
/// <typeparam name="TValue">Its values: numbers of 64 bits.</typeparam>
sealed class GrowingTable<TKey, TValue>(int map)
    where TKey : unmanaged
    where TValue : unmanaged
{
    // More than an hour without a word: the group is gone, or can afford a new element.
    const int IdleReads = 4000;

    readonly Dictionary<TKey, (TValue Last, int Idle)> _seen = [];

    /// <summary>Shows by how much each element grew since the read before.</summary>
    public unsafe void Read(Action<TKey, TValue> grown)
    {
        TKey key;
        TKey next;
        List<TKey>? idle = null;
        var hasKey = false;
        while (LibBpf.NextKey(map, hasKey ? (byte*)&key : null, new Span<byte>(&next, sizeof(TKey))) == 0)
        {
            key = next;
            hasKey = true;
            TValue value;
            if (LibBpf.LookUpElement(map, new ReadOnlySpan<byte>(&key, sizeof(TKey)), new Span<byte>(&value, sizeof(TValue))) != 0)
            {
                continue;
            }

            var (last, count) = _seen.GetValueOrDefault(key);
            var isGrown = !MemoryMarshal.AsBytes(new Span<TValue>(ref value)).SequenceEqual(MemoryMarshal.AsBytes(new Span<TValue>(ref last)));
            if (isGrown)
            {
                grown(key, Difference(value, last));
            }

            _seen[key] = (value, isGrown ? 0 : count + 1);
            if (!isGrown && count > IdleReads)
            {
                (idle ??= []).Add(key);
            }
        }

        idle?.ForEach(Remove);
    }

    static TValue Difference(TValue value, TValue last)
    {
        var words = MemoryMarshal.Cast<TValue, ulong>(new Span<TValue>(ref value));
        var before = MemoryMarshal.Cast<TValue, ulong>(new Span<TValue>(ref last));
        for (var i = 0; i < words.Length; i++)
        {
            words[i] -= before[i];
        }

        return value;
    }

    unsafe void Remove(TKey key)
    {
        _ = LibBpf.DeleteElement(map, new ReadOnlySpan<byte>(&key, sizeof(TKey)));
        _seen.Remove(key);
    }
}
