using System.Buffers.Binary;

namespace Mesoscope.Fuzz;

/// <summary>Damages captures. The same seed and sources give the same sequence.</summary>
public sealed class Mutator
{
    const int MaxChanges = 6;

    static readonly ulong[] s_oddNumbers =
    [
        0, 1, 2, 3, 7, 8, 12, 0x7F, 0x80, 0xFF, 0x100, 0x204, 0x216, 0x221, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0,
        0xFFFFFFFF, 0x0A0D0D0A, long.MaxValue, 0x8000000000000000, ulong.MaxValue,
    ];

    readonly byte[][] _sources;
    readonly Random _random;
    byte[] _buffer;
    int _length;

    /// <summary>A mutator over captures.</summary>
    /// <param name="sources">Whole captures; not changed.</param>
    /// <param name="seed">Where the sequence begins.</param>
    public Mutator(byte[][] sources, int seed)
    {
        _sources = sources;
        _random = new Random(seed);
        _buffer = new byte[sources.Max(s => s.Length) * 2 + 1024];
    }

    /// <summary>The next damaged capture; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var source = _sources[_random.Next(_sources.Length)];
        source.CopyTo(_buffer, 0);
        _length = source.Length;
        for (var changes = 1 + _random.Next(MaxChanges); changes > 0 && _length > 0; changes--)
        {
            Change();
        }

        return _buffer.AsMemory(0, _length);
    }

    void Change()
    {
        var at = _random.Next(_length);
        switch (_random.Next(10))
        {
            case 0:
                _buffer[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                _buffer[at] = (byte)_random.Next(256);
                break;
            case 2:
                Put(at, 2);
                break;
            case 3:
                Put(at & ~3, 4);
                break;
            case 4:
                Put(at, 8);
                break;
            case 5:
                Remove(at, 1 + _random.Next(64));
                break;
            case 6:
                Insert(at, _buffer.AsSpan(_random.Next(_length)), 1 + _random.Next(64));
                break;
            case 7:
                var other = _sources[_random.Next(_sources.Length)];
                Insert(at, other.AsSpan(_random.Next(other.Length)), 1 + _random.Next(600));
                break;
            case 8:
                _buffer.AsSpan(at, Math.Min(_random.Next(32), _length - at)).Fill((byte)_random.Next(256));
                break;
            default:
                // Seldom, because everything behind is lost.
                _length = _random.Next(8) == 0 ? at : _length;
                break;
        }
    }

    void Put(int at, int width)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, s_oddNumbers[_random.Next(s_oddNumbers.Length)]);
        number[..Math.Min(width, _length - at)].CopyTo(_buffer.AsSpan(at));
    }

    void Remove(int at, int count)
    {
        count = Math.Min(count, _length - at);
        _buffer.AsSpan(at + count, _length - at - count).CopyTo(_buffer.AsSpan(at));
        _length -= count;
    }

    void Insert(int at, ReadOnlySpan<byte> from, int count)
    {
        var added = from[..Math.Min(count, from.Length)].ToArray();
        if (_length + added.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _buffer.AsSpan(at, _length - at).CopyTo(_buffer.AsSpan(at + added.Length));
        added.CopyTo(_buffer, at);
        _length += added.Length;
    }
}
