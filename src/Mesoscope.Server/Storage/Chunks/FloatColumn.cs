using System.Numerics;

namespace Mesoscope.Server.Storage.Chunks;

// A list of floats as few bytes, exactly. A first byte says how:
//   0 zero       all are 0
//   1 constant   all are the one that follows
//   2 integers   a shift, then differences of (value >> shift) as zigzag varints
//   3 packed     a width and a shift in bits, then (bits XOR bits of the one before) >> shift, each in so many bits
// Which of the last two is shorter depends on the metric: counts change by little, measured times have no pattern.
static class FloatColumn
{
    const byte Zero = 0, Constant = 1, Integers = 2, Packed = 3;

    // Beyond, differences could leave 64 bits.
    const float LargestInteger = 1L << 61;

    public static void Write(ByteWriter output, ReadOnlySpan<float> values)
    {
        if (values.IsEmpty || !values.ContainsAnyExcept(values[0]))
        {
            WriteOne(output, values.IsEmpty ? 0 : values[0]);
            return;
        }

        var begin = output.Length;
        if (!TryWriteIntegers(output, values))
        {
            output.Length = begin;
            WritePacked(output, values);
            return;
        }

        var middle = output.Length;
        WritePacked(output, values);
        if (output.Length - middle < middle - begin)
        {
            var packed = output.Written[middle..].ToArray();
            output.Length = begin;
            output.WriteBytes(packed);
        }
        else
        {
            output.Length = middle;
        }
    }

    public static void Read(ref ByteReader input, Span<float> values)
    {
        var at = input.Offset;
        var kind = input.ReadByte();
        switch (kind)
        {
            case Zero:
                values.Clear();
                break;
            case Constant:
                values.Fill(BitConverter.UInt32BitsToSingle(input.ReadUInt32()));
                break;
            case Integers:
                ReadIntegers(ref input, values);
                break;
            case Packed:
                ReadPacked(ref input, values);
                break;
            default:
                throw new ChunkFormatException(at, $"values of kind {kind}, 0 to 3 are known");
        }
    }

    static void WriteOne(ByteWriter output, float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        output.WriteByte(bits == 0 ? Zero : Constant);
        if (bits != 0)
        {
            output.WriteUInt32(bits);
        }
    }

    static bool TryWriteIntegers(ByteWriter output, ReadOnlySpan<float> values)
    {
        var all = 0UL;
        foreach (var value in values)
        {
            if (!(Math.Abs(value) < LargestInteger) || (long)value != value || (value == 0 && float.IsNegative(value)))
            {
                return false;
            }

            all |= (ulong)Math.Abs((long)value);
        }

        var shift = BitOperations.TrailingZeroCount(all);
        output.WriteByte(Integers);
        output.WriteByte((byte)shift);
        var last = 0L;
        foreach (var value in values)
        {
            var number = (long)value >> shift;
            var difference = number - last;
            output.WriteVarint((ulong)((difference << 1) ^ (difference >> 63)));
            last = number;
        }

        return true;
    }

    static void ReadIntegers(ref ByteReader input, Span<float> values)
    {
        var shift = input.ReadByte() & 63;
        var last = 0L;
        foreach (ref var value in values)
        {
            var zigzag = input.ReadVarint();
            last += (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            value = last << shift;
        }
    }

    static void WritePacked(ByteWriter output, ReadOnlySpan<float> values)
    {
        uint all = 0, last = 0;
        foreach (var value in values)
        {
            var bits = BitConverter.SingleToUInt32Bits(value);
            all |= bits ^ last;
            last = bits;
        }

        var shift = BitOperations.TrailingZeroCount(all);
        var width = 32 - shift - BitOperations.LeadingZeroCount(all);
        output.WriteByte(Packed);
        output.WriteByte((byte)width);
        output.WriteByte((byte)shift);
        var (pending, count) = (0UL, 0);
        last = 0;
        foreach (var value in values)
        {
            var bits = BitConverter.SingleToUInt32Bits(value);
            pending |= (ulong)((bits ^ last) >> shift) << count;
            last = bits;
            for (count += width; count >= 8; count -= 8)
            {
                output.WriteByte((byte)pending);
                pending >>= 8;
            }
        }

        if (count > 0)
        {
            output.WriteByte((byte)pending);
        }
    }

    static void ReadPacked(ref ByteReader input, Span<float> values)
    {
        var at = input.Offset;
        var (width, shift) = (input.ReadByte(), input.ReadByte());
        if (width is 0 or > 32 || width + shift > 32)
        {
            throw new ChunkFormatException(at, $"values of {width} bits shifted by {shift}");
        }

        var packed = input.Take(((values.Length * width) + 7) / 8);
        var mask = (uint)((1UL << width) - 1);
        var (pending, count, next, last) = (0UL, 0, 0, 0u);
        foreach (ref var value in values)
        {
            for (; count < width; count += 8)
            {
                pending |= (ulong)packed[next++] << count;
            }

            last ^= ((uint)pending & mask) << shift;
            value = BitConverter.UInt32BitsToSingle(last);
            pending >>= width;
            count -= width;
        }
    }
}
