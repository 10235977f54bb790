namespace Mesoscope.Captures.Input;

/// <summary>
/// Yields a capture's pieces in order. Small files are read where they are needed; from the second piece on a background thread
/// reads (and decompresses) ahead, at most <see cref="MaxChunks"/> pieces, so that memory does not depend on the file's size.
/// </summary>
/// <remarks>One consumer. <see cref="Take"/> and <see cref="Return"/> are called by it alone.</remarks>
sealed class ChunkReader : IDisposable
{
    const int MaxChunks = 4;
    readonly CaptureSource _source;

    // Guards the two lists and the flags below; pulsed whenever one of them changes.
    readonly object _gate = new();
    readonly Queue<Chunk> _full = new(MaxChunks);
    readonly Stack<Chunk> _empty = new(MaxChunks);
    readonly int _headroomBytes;
    readonly int _dataBytes;
    Thread? _thread;
    int _made;
    bool _isEnd;
    bool _isStopped;

    public ChunkReader(CaptureSource source, int headroomBytes, int dataBytes)
    {
        _source = source;
        _headroomBytes = headroomBytes;
        // One byte more than the file, so that its end is seen with the first piece.
        _dataBytes = source is { IsCompressed: false, Length: >= 0 } ? (int)Math.Min(dataBytes, source.Length + 1) : dataBytes;
    }

    /// <summary>The next piece, or null behind the last one.</summary>
    public Chunk? Take()
    {
        if (_thread is null)
        {
            if (_isEnd)
            {
                return null;
            }

            if (_made == 0)
            {
                return TakeHere();
            }

            _thread = new Thread(ReadAhead, maxStackSize: 256 * 1024) { IsBackground = true, Name = "capture reader" };
            _thread.Start();
        }

        lock (_gate)
        {
            while (_full.Count == 0 && !_isEnd)
            {
                Monitor.Wait(_gate);
            }

            return _full.Count > 0 ? _full.Dequeue() : null;
        }
    }

    /// <summary>Gives a piece back to be filled again.</summary>
    public void Return(Chunk chunk)
    {
        lock (_gate)
        {
            _empty.Push(chunk);
            Monitor.Pulse(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.Pulse(_gate);
        }

        // A pipe may keep the thread waiting for its next bytes; then it is left to the end of the process.
        if (_thread is null || _source.Length >= 0)
        {
            _thread?.Join();
            _source.Dispose();
        }
    }

    Chunk? TakeHere()
    {
        _made = 1;
        var chunk = new Chunk(_headroomBytes, _dataBytes);
        _isEnd = !_source.Fill(chunk);
        return chunk.Count > 0 || chunk.Error is not null ? chunk : null;
    }

    void ReadAhead()
    {
        while (TakeEmpty() is { } chunk)
        {
            var isEnd = !_source.Fill(chunk);
            lock (_gate)
            {
                if (chunk.Count > 0 || chunk.Error is not null)
                {
                    _full.Enqueue(chunk);
                }

                _isEnd = isEnd;
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>A piece to fill; null when there is nothing more to read, or nobody to read it.</summary>
    Chunk? TakeEmpty()
    {
        lock (_gate)
        {
            while (!_isEnd && !_isStopped)
            {
                if (_empty.TryPop(out var chunk))
                {
                    return chunk;
                }

                if (_made < MaxChunks)
                {
                    _made++;
                    return new Chunk(_headroomBytes, _dataBytes);
                }

                Monitor.Wait(_gate);
            }

            return null;
        }
    }
}
