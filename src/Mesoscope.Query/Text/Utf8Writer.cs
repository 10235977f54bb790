using System.Runtime.CompilerServices;

namespace Mesoscope.Query.Text;

/// <summary>
/// A growing buffer of UTF-8 that fields and formats append to. Grows by doubling and never shrinks, so that after a while nothing
/// is allocated any more. Not safe for several threads.
/// </summary>
public sealed class Utf8Writer
{
    const int MaxDecimalDigits = 20;
    byte[] _buffer;
    int _length;

    /// <summary>An empty writer.</summary>
    /// <param name="capacityBytes">Bytes to begin with; 256 by default.</param>
    public Utf8Writer(int capacityBytes = 256) => _buffer = new byte[capacityBytes];

    /// <summary>Bytes written since the last <see cref="Clear"/>.</summary>
    public int Length
    {
        get => _length;
        set => _length = Math.Clamp(value, 0, _buffer.Length);
    }

    /// <summary>What was written; valid until the next append.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>The buffer behind <see cref="Written"/>; replaced when it grows.</summary>
    public byte[] Buffer => _buffer;

    static ReadOnlySpan<byte> DigitPairs =>
        "00010203040506070809101112131415161718192021222324"u8
        + "25262728293031323334353637383940414243444546474849"u8
        + "50515253545556575859606162636465666768697071727374"u8
        + "75767778798081828384858687888990919293949596979899"u8;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value)
    {
        var buffer = _buffer;
        var length = _length;
        if ((uint)length < (uint)buffer.Length)
        {
            buffer[length] = value;
            _length = length + 1;
        }
        else
        {
            AppendSlow(value);
        }
    }

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Appends text as UTF-8.</summary>
    public void Append(string text)
    {
        var most = text.Length * 3;
        if (most > _buffer.Length - _length)
        {
            Grow(most);
        }

        _length += System.Text.Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    /// <summary>Appends a number in decimal.</summary>
    public void AppendDecimal(long value)
    {
        if (value < 0)
        {
            Append((byte)'-');
            value = -value;
        }

        AppendDecimal((ulong)value);
    }

    /// <summary>Appends a number in decimal.</summary>
    public void AppendDecimal(ulong value)
    {
        Reserve(MaxDecimalDigits);
        var buffer = _buffer;
        var length = _length;
        if (value < 10)
        {
            buffer[length] = (byte)('0' + (int)value);
            _length = length + 1;
            return;
        }

        var digits = CountDigits(value);
        _length = length + digits;
        WriteDigits(buffer.AsSpan(length, digits), value);
    }

    /// <summary>Appends a number in lower-case hexadecimal, without prefix and leading zeros.</summary>
    public void AppendHex(ulong value)
    {
        Reserve(16);
        var digits = value == 0 ? 1 : (67 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 4;
        for (var i = digits - 1; i >= 0; i--)
        {
            _buffer[_length + i] = "0123456789abcdef"u8[(int)(value & 15)];
            value >>= 4;
        }

        _length += digits;
    }

    /// <summary>Appends a number in upper-case hexadecimal, without prefix and leading zeros.</summary>
    public void AppendHexUpper(ulong value)
    {
        Reserve(16);
        var digits = value == 0 ? 1 : (67 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 4;
        for (var i = digits - 1; i >= 0; i--)
        {
            _buffer[_length + i] = "0123456789ABCDEF"u8[(int)(value & 15)];
            value >>= 4;
        }

        _length += digits;
    }

    /// <summary>Appends a number in octal, without prefix and leading zeros.</summary>
    public void AppendOctal(ulong value)
    {
        Reserve(22);
        var digits = value == 0 ? 1 : (66 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 3;
        for (var i = digits - 1; i >= 0; i--)
        {
            _buffer[_length + i] = (byte)('0' + (int)(value & 7));
            value >>= 3;
        }

        _length += digits;
    }

    /// <summary>Appends a number in decimal with leading zeros.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits at least.</param>
    public void AppendPadded(ulong value, int digits)
    {
        digits = Math.Max(digits, CountDigits(value));
        Reserve(digits);
        WriteDigits(_buffer.AsSpan(_length, digits), value);
        _length += digits;
    }

    /// <summary>A place for that many bytes to write into; tell how many were used with <see cref="Advance"/>.</summary>
    /// <param name="bytes">The least length of the span.</param>
    public Span<byte> GetSpan(int bytes)
    {
        Reserve(bytes);
        return _buffer.AsSpan(_length);
    }

    /// <summary>Counts bytes that were written into <see cref="GetSpan"/>.</summary>
    public void Advance(int bytes) => _length += bytes;

    /// <summary>Fills the target from its end, two digits at a time; what is left in front are zeros.</summary>
    static void WriteDigits(Span<byte> target, ulong value)
    {
        var pairs = DigitPairs;
        var at = target.Length;
        while (at >= 2)
        {
            ulong rest;
            if (value <= uint.MaxValue)
            {
                // The usual case: a division of 32 bits is several times as fast.
                var (quotient, pair) = Math.DivRem((uint)value, 100u);
                rest = quotient;
                target[at - 1] = pairs[(int)(pair * 2) + 1];
                target[at - 2] = pairs[(int)(pair * 2)];
            }
            else
            {
                rest = value / 100;
                var pair = (int)(value - (rest * 100)) * 2;
                target[at - 1] = pairs[pair + 1];
                target[at - 2] = pairs[pair];
            }

            value = rest;
            at -= 2;
        }

        if (at == 1)
        {
            target[0] = (byte)('0' + (int)(value % 10));
        }
    }

    static int CountDigits(ulong value)
    {
        var digits = 1;
        while (value >= 10_000)
        {
            value /= 10_000;
            digits += 4;
        }

        return digits + (value >= 1000 ? 3 : value >= 100 ? 2 : value >= 10 ? 1 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Reserve(int bytes)
    {
        if (bytes > _buffer.Length - _length)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void AppendSlow(byte value)
    {
        Grow(1);
        _buffer[_length++] = value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void Grow(int bytes) => Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, checked(_length + bytes)));
}
