using System.IO.Compression;

namespace Mesoscope.Captures.Input;

/// <summary>The bytes of a capture, decompressed when they begin like gzip (one or several members), as they are otherwise.</summary>
sealed class CaptureSource : IDisposable
{
    const int PeekBytes = 4;
    readonly Stream _stored;
    Stream _plain;
    EndProbeStream? _probe;
    long _delivered;

    CaptureSource(Stream stored, bool isCompressed)
    {
        _stored = stored;
        _plain = isCompressed ? Unzip() : stored;
        IsCompressed = isCompressed;
        Length = stored.CanSeek ? stored.Length : -1;
    }

    /// <summary>True when the file is gzip.</summary>
    public bool IsCompressed { get; }

    /// <summary>Bytes of the file as stored; -1 when they cannot be known, as for a pipe.</summary>
    public long Length { get; }

    /// <summary>Bytes of the file, as stored, read so far.</summary>
    public long StoredPosition => _stored.CanSeek ? _stored.Position : _delivered;

    /// <summary>Looks at the first bytes of a stream. The source owns the stream from here on.</summary>
    public static CaptureSource Open(Stream stored)
    {
        var first = new byte[PeekBytes];
        var count = 0;
        while (count < first.Length && stored.Read(first, count, first.Length - count) is > 0 and var read)
        {
            count += read;
        }

        if (stored.CanSeek)
        {
            stored.Position = 0;
        }
        else
        {
            stored = new PrefixStream(first[..count], stored);
        }

        return new CaptureSource(stored, isCompressed: first is [0x1F, 0x8B, ..]);
    }

    /// <summary>Fills a piece: wholly for a file, with what is there for a pipe. An error leaves the bytes before it in the piece.</summary>
    /// <returns>False at the end, with or without an error.</returns>
    public bool Fill(Chunk chunk)
    {
        chunk.Count = 0;
        chunk.Error = null;
        var target = chunk.Buffer.AsSpan(chunk.Start);
        try
        {
            while (chunk.Count < target.Length)
            {
                var read = _plain.Read(target[chunk.Count..]);
                if (read == 0)
                {
                    chunk.Error = _probe?.IsWhole(_plain) == false ? new InvalidDataException() : null;
                    return false;
                }

                chunk.Count += read;
                _delivered += read;
                if (Length < 0)
                {
                    break;
                }
            }

            return true;
        }
        catch (InvalidDataException broken)
        {
            FillBeforeBreak(chunk, target);
            chunk.Error = broken;
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            chunk.Error = problem;
            return false;
        }
        finally
        {
            chunk.StoredPosition = StoredPosition;
        }
    }

    public void Dispose()
    {
        _plain.Dispose();
        _stored.Dispose();
    }

    GZipStream Unzip()
    {
        _probe = new EndProbeStream(_stored);
        return new GZipStream(_probe, CompressionMode.Decompress);
    }

    /// <summary>
    /// A decompressor that meets bad bytes throws away what it made in the same call. Going there again and asking for one byte at
    /// a time saves every byte before the break.
    /// </summary>
    void FillBeforeBreak(Chunk chunk, Span<byte> target)
    {
        if (!_stored.CanSeek || chunk.Count == target.Length)
        {
            return;
        }

        // A byte that no block ends with: where it is gone, the failing call has written one last byte.
        const byte Mark = 0xAA;
        try
        {
            _plain.Dispose();
            _stored.Position = 0;
            _plain = Unzip();
            Pass(_delivered);
            do
            {
                target[chunk.Count] = Mark;
            }
            while (_plain.Read(target.Slice(chunk.Count, 1)) == 1 && ++chunk.Count < target.Length);
        }
        catch (InvalidDataException)
        {
            chunk.Count += target[chunk.Count] == Mark ? 0 : 1;
        }
    }

    void Pass(long count)
    {
        Span<byte> passed = stackalloc byte[4096];
        while (count > 0)
        {
            var read = _plain.Read(passed[..(int)Math.Min(count, passed.Length)]);
            if (read == 0)
            {
                return;
            }

            count -= read;
        }
    }
}
