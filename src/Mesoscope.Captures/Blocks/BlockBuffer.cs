using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Mesoscope.Captures.Blocks;

/// <summary>Bytes that are put together to blocks. Grows as needed; lengths are filled in when what they count is complete.</summary>
sealed class BlockBuffer(int initialBytes)
{
    byte[] _bytes = GC.AllocateUninitializedArray<byte>(initialBytes);

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>All bytes so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <summary>Forgets all bytes.</summary>
    public void Clear() => Count = 0;

    /// <summary>Makes room behind the bytes; the caller fills all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Take(int count)
    {
        if (count > _bytes.Length - Count)
        {
            Array.Resize(ref _bytes, checked((int)Math.Max(Math.Min(2L * _bytes.Length, Array.MaxLength), (long)Count + count)));
        }

        var taken = _bytes.AsSpan(Count, count);
        Count += count;
        return taken;
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void Int64(long value) => UInt64((ulong)value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>So many bytes of a value: cut or filled up with zeros.</summary>
    public void Fixed(ReadOnlySpan<byte> bytes, int count)
    {
        var target = Take(count);
        target.Clear();
        bytes[..Math.Min(bytes.Length, count)].CopyTo(target);
    }

    /// <summary>Bytes with their length in 16 bits before them, cut at the longest that readers accept.</summary>
    public void Sized(ReadOnlySpan<byte> bytes, int longest)
    {
        var count = Math.Min(bytes.Length, longest);
        UInt16((ushort)count);
        Bytes(bytes[..count]);
    }

    /// <summary>Leaves room for a length; give what it returns to <see cref="EndEntry"/>.</summary>
    public int BeginEntry()
    {
        var start = Count;
        UInt32(0);
        return start;
    }

    /// <summary>Fills in the length of an entry, which counts itself.</summary>
    public void EndEntry(int start) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start, 4), (uint)(Count - start));

    /// <summary>Begins a block; give what it returns to <see cref="EndBlock"/>.</summary>
    public int BeginBlock(uint type)
    {
        var start = Count;
        UInt32(type);
        UInt32(0);
        return start;
    }

    /// <summary>Ends a block: padding to four bytes, and its length at both ends.</summary>
    public void EndBlock(int start)
    {
        Take(-(Count - start) & 3).Clear();
        var length = (uint)(Count - start + 4);
        UInt32(length);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start + 4, 4), length);
    }
}
