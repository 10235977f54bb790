using System.Buffers.Binary;
using System.Numerics;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A fixed set of byte strings, asked with spans. Immutable.</summary>
sealed class ByteStringSet
{
    readonly byte[]?[] _slots;
    readonly uint _mask;

    /// <summary>Bit n stands for members of length n, the last bit for all longer ones: most other values are ruled out by it.</summary>
    readonly ulong _lengths;

    internal ByteStringSet(IReadOnlyCollection<byte[]> members)
    {
        _slots = new byte[]?[BitOperations.RoundUpToPowerOf2((uint)Math.Max(members.Count * 2, 4))];
        _mask = (uint)_slots.Length - 1;
        foreach (var member in members)
        {
            _lengths |= LengthBit(member.Length);
            var slot = Hash(member) & _mask;
            while (_slots[slot] is { } other && !other.AsSpan().SequenceEqual(member))
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = member;
        }
    }

    internal bool Contains(ReadOnlySpan<byte> value)
    {
        if ((_lengths & LengthBit(value.Length)) == 0)
        {
            return false;
        }

        var slots = _slots;
        var slot = Hash(value) & _mask;
        while (slots[slot] is { } member)
        {
            if (value.SequenceEqual(member))
            {
                return true;
            }

            slot = (slot + 1) & _mask;
        }

        return false;
    }

    static ulong LengthBit(int length) => 1ul << Math.Min(length, 63);

    static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length * Factor;
        while (bytes.Length >= 8)
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), 29) * Factor;
            bytes = bytes[8..];
        }

        var rest = 0ul;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
        }

        hash = (hash ^ rest) * Factor;
        return (uint)(hash >> 32);
    }
}
