using System.Buffers;

namespace Mesoscope.Clusters.Documents;

/// <summary>
/// A stream's bytes, some at a time in a pooled buffer that grows only when a single token does not fit. Bytes that JSON forbids
/// everywhere become blanks, so that one NUL does not cost a whole document.
/// </summary>
sealed class JsonSource(Stream stream, DocumentLimits limits) : IDisposable
{
    const int FirstBytes = 256 * 1024;

    // Below 0x20 JSON allows only tab, line feed and carriage return.
    static readonly SearchValues<byte> s_forbidden = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    int _length;

    /// <summary>Bytes before the buffer's first.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes before the next ones that come.</summary>
    public long EndOffset => Offset + _length;

    /// <summary>The bytes that are there and not consumed.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>How many forbidden bytes were blanked.</summary>
    public long ForbiddenCount { get; private set; }

    /// <summary>Drops consumed bytes and reads more. False at the end.</summary>
    /// <exception cref="DocumentException">The document or one token of it is larger than the limits.</exception>
    public bool Fill(int consumed)
    {
        _buffer.AsSpan(consumed, _length - consumed).CopyTo(_buffer);
        _length -= consumed;
        Offset += consumed;
        if (_length == _buffer.Length)
        {
            Grow();
        }

        var count = stream.Read(_buffer, _length, _buffer.Length - _length);
        Blank(_buffer.AsSpan(_length, count));
        _length += count;
        return EndOffset > limits.DocumentBytes ? throw new DocumentException(DocumentFault.TooLarge, EndOffset) : count > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    void Grow()
    {
        if (_buffer.Length >= limits.TokenBytes)
        {
            throw new DocumentException(DocumentFault.TooLarge, Offset);
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    void Blank(Span<byte> bytes)
    {
        for (int place; (place = bytes.IndexOfAny(s_forbidden)) >= 0; bytes = bytes[(place + 1)..])
        {
            bytes[place] = (byte)' ';
            ForbiddenCount++;
        }
    }
}
