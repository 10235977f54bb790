using System.Buffers;
using System.Text;

namespace Mesoscope.Clusters.Clients;

/// <summary>
/// Cuts a stream of server-sent events into events. Lines end with CR LF, LF or CR; of the fields only <c>event</c> and <c>data</c>
/// matter here. Layout: the HTML standard, section "Parsing an event stream".
/// </summary>
sealed class ServerEventReader(Stream body, int maxEventBytes = 64 << 20)
{
    readonly byte[] _buffer = new byte[16 << 10];
    readonly ArrayBufferWriter<byte> _line = new();
    readonly ArrayBufferWriter<byte> _data = new();
    int _start;
    int _end;
    bool _skipsLineFeed;

    /// <summary>Reads the next event that holds data; comments and empty events, which servers send to keep a connection, are passed over.</summary>
    /// <returns>The event; null when the stream ended. An event that the end cut is none.</returns>
    /// <exception cref="ClusterException">A line or an event is longer than the limit.</exception>
    public async ValueTask<ServerEvent?> NextAsync(CancellationToken cancellation)
    {
        var type = "";
        var hasData = false;
        _data.ResetWrittenCount();
        while (await ReadLineAsync(cancellation).ConfigureAwait(false))
        {
            var line = _line.WrittenMemory;
            if (line.Length == 0)
            {
                if (hasData)
                {
                    return new ServerEvent(type.Length == 0 ? "message" : type, _data.WrittenMemory);
                }

                type = "";
                continue;
            }

            var (name, value) = Split(line);
            if (name.Span.SequenceEqual("event"u8))
            {
                type = Encoding.UTF8.GetString(value.Span);
            }
            else if (name.Span.SequenceEqual("data"u8))
            {
                AddData(value.Span, hasData);
                hasData = true;
            }
        }

        return null;
    }

    static (ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value) Split(ReadOnlyMemory<byte> line)
    {
        var colon = line.Span.IndexOf((byte)':');
        if (colon < 0)
        {
            return (line, default);
        }

        var value = line[(colon + 1)..];
        return (line[..colon], value.Length > 0 && value.Span[0] == ' ' ? value[1..] : value);
    }

    void AddData(ReadOnlySpan<byte> value, bool isFurther)
    {
        if (isFurther)
        {
            _data.Write("\n"u8);
        }

        _data.Write(value);
        CheckLength(_data.WrittenCount);
    }

    async ValueTask<bool> ReadLineAsync(CancellationToken cancellation)
    {
        _line.ResetWrittenCount();
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await body.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
                if (_end == 0)
                {
                    return false;
                }
            }

            if (_skipsLineFeed)
            {
                _skipsLineFeed = false;
                if (_buffer[_start] == '\n')
                {
                    _start++;
                    continue;
                }
            }

            var rest = _buffer.AsSpan(_start, _end - _start);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            _line.Write(end < 0 ? rest : rest[..end]);
            CheckLength(_line.WrittenCount);
            if (end >= 0)
            {
                _skipsLineFeed = rest[end] == '\r';
                _start += end + 1;
                return true;
            }

            _start = _end;
        }
    }

    void CheckLength(long length)
    {
        if (length > maxEventBytes)
        {
            throw new ClusterException(ClusterFault.TooLarge, $"an event of the stream is longer than {maxEventBytes} bytes");
        }
    }
}
