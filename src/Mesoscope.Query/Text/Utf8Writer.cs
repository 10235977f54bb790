using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Mesoscope.Query.Text;

/// <summary>
/// A growing buffer of UTF-8 that fields and formats append to. Grows by doubling and never shrinks, so that after a while nothing
/// is allocated any more. Not safe for several threads.
/// </summary>
public sealed class Utf8Writer
{
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
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>Appends a number in decimal.</summary>
    public void AppendDecimal(ulong value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
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
        Reserve(20 + digits);
        Span<byte> reversed = stackalloc byte[20];
        var count = 0;
        do
        {
            (value, var digit) = Math.DivRem(value, 10);
            reversed[count++] = (byte)('0' + (int)digit);
        }
        while (value != 0);
        for (var i = count; i < digits; i++)
        {
            _buffer[_length++] = (byte)'0';
        }

        while (count > 0)
        {
            _buffer[_length++] = reversed[--count];
        }
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
