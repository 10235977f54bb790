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
    readonly Lock _gate = new();
    readonly Queue<Chunk> _full = new(MaxChunks);
    readonly Stack<Chunk> _empty = new(MaxChunks);
    readonly SemaphoreSlim _fullCount = new(0);
    readonly SemaphoreSlim _emptyCount = new(0);
    readonly int _headroomBytes;
    readonly int _dataBytes;
    Thread? _thread;
    int _made;
    bool _isEnd;
    volatile bool _isStopped;

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
                _made = 1;
                return FillHere(new Chunk(_headroomBytes, _dataBytes));
            }

            Start();
        }

        _fullCount.Wait();
        lock (_gate)
        {
            if (_full.TryDequeue(out var chunk))
            {
                return chunk;
            }
        }

        // The end stays the end for whoever asks again.
        _fullCount.Release();
        return null;
    }

    /// <summary>Gives a piece back to be filled again.</summary>
    public void Return(Chunk chunk)
    {
        lock (_gate)
        {
            _empty.Push(chunk);
        }

        _emptyCount.Release();
    }

    public void Dispose()
    {
        _isStopped = true;
        _emptyCount.Release();
        if (_thread is null)
        {
            _source.Dispose();
        }
        else if (_source.Length >= 0)
        {
            _thread.Join();
            _source.Dispose();
        }

        // A pipe may keep the thread waiting for its next bytes; it is left to the end of the process.
    }

    Chunk? FillHere(Chunk chunk)
    {
        _isEnd = !_source.Fill(chunk);
        return chunk.Count > 0 || chunk.Error is not null ? chunk : null;
    }

    void Start()
    {
        _thread = new Thread(RunReading, maxStackSize: 256 * 1024) { IsBackground = true, Name = "capture reader" };
        _thread.Start();
    }

    void RunReading()
    {
        try
        {
            ReadAhead();
        }
        finally
        {
            _fullCount.Release();
        }
    }

    void ReadAhead()
    {
        while (!_isEnd && !_isStopped)
        {
            var chunk = TakeEmpty();
            if (chunk is null)
            {
                return;
            }

            _isEnd = !_source.Fill(chunk);
            if (chunk.Count == 0 && chunk.Error is null)
            {
                return;
            }

            lock (_gate)
            {
                _full.Enqueue(chunk);
            }

            _fullCount.Release();
        }
    }

    Chunk? TakeEmpty()
    {
        if (_made < MaxChunks && !_emptyCount.Wait(0))
        {
            _made++;
            return new Chunk(_headroomBytes, _dataBytes);
        }

        if (_made == MaxChunks)
        {
            _emptyCount.Wait();
        }

        lock (_gate)
        {
            return _isStopped ? null : _empty.Pop();
        }
    }
}
