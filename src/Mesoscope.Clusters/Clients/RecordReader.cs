namespace Mesoscope.Clusters.Clients;

/// <summary>
/// Cuts a RecordIO stream into its records: a length in decimal digits, a line feed, that many bytes, and the next length at once.
/// A record is read as a stream of its own, so that the first one, which holds the whole state, is never in memory as a whole.
/// Layout: Mesos' documentation of the v1 scheduler API, section "RecordIO response format".
/// </summary>
sealed class RecordReader(Stream body, long maxRecordBytes)
{
    // More digits than any length has that a program could mean.
    const int MaxDigits = 19;

    readonly byte[] _buffer = new byte[16 << 10];
    int _start;
    int _end;
    long _length;
    long _left;

    /// <summary>Length of the record at hand, in bytes.</summary>
    public long Length => _length;

    /// <summary>How many of its bytes were read.</summary>
    public long Position => _length - _left;

    /// <summary>Moves to the next record, past what was not read of the one before.</summary>
    /// <returns>The record, valid until the next call; null when the stream ended between two records.</returns>
    /// <exception cref="ClusterException">A length is none, or the stream ended within a record.</exception>
    public async ValueTask<Stream?> NextAsync(CancellationToken cancellation)
    {
        while (_left > 0)
        {
            _ = await ReadAsync(new byte[Math.Min(_left, _buffer.Length)], cancellation).ConfigureAwait(false);
        }

        var length = await ReadLengthAsync(cancellation).ConfigureAwait(false);
        if (length < 0)
        {
            return null;
        }

        _length = _left = length;
        return new RecordStream(this);
    }

    /// <summary>Reads bytes of the record at hand, at most as many as there are in one piece; 0 at its end.</summary>
    /// <exception cref="ClusterException">The stream ended within the record.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellation)
    {
        target = target[..(int)Math.Min(target.Length, _left)];
        if (target.Length == 0)
        {
            return 0;
        }

        var count = await TakeAsync(target, cancellation).ConfigureAwait(false);
        if (count == 0)
        {
            throw new ClusterException(ClusterFault.Ended, $"the stream ended {_left} bytes before the end of a record of {_length}");
        }

        _left -= count;
        return count;
    }

    async ValueTask<int> TakeAsync(Memory<byte> target, CancellationToken cancellation)
    {
        if (_start == _end)
        {
            // Large pieces go straight to the reader.
            if (target.Length >= _buffer.Length)
            {
                return await body.ReadAsync(target, cancellation).ConfigureAwait(false);
            }

            _start = 0;
            _end = await body.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
        }

        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target.Span);
        _start += count;
        return count;
    }

    async ValueTask<long> ReadLengthAsync(CancellationToken cancellation)
    {
        var length = 0L;
        for (var digits = 0; ; digits++)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await body.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
                if (_end == 0)
                {
                    return digits == 0 ? -1 : throw new ClusterException(ClusterFault.Ended, "the stream ended within the length of a record");
                }
            }

            var value = _buffer[_start++];
            if (value == '\n' && digits > 0)
            {
                return length;
            }

            if (!char.IsAsciiDigit((char)value) || digits == MaxDigits || (length = (length * 10) + value - '0') > maxRecordBytes)
            {
                throw new ClusterException(
                    ClusterFault.BadDocument,
                    $"byte 0x{value:x2} after {digits} digits where the length of a record should be; expected a number up to {maxRecordBytes} and a line feed");
            }
        }
    }
}
