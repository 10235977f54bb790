using System.Threading;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Output;

/// <summary>
/// Standard output in blocks. Lines are formatted straight into the block under hand; a full block is written by a thread of its own
/// while the next one fills. Small outputs never start that thread. Used by one thread; nothing is written after an error.
/// </summary>
sealed class BlockOutput : IDisposable
{
    /// <summary>
    /// A block is handed over once it holds this much. Handing over costs some microseconds on both sides, so that 64 KiB, the size of a
    /// pipe, were a tenth of the time of default lines.
    /// </summary>
    public const int BlockBytes = 512 * 1024;

    /// <summary>Blocks that wait or are being written; more would only be memory.</summary>
    const int MaxWaiting = 3;

    const int BlockReserveBytes = 4096;
    readonly Queue<Utf8Writer> _full = new();
    readonly Stack<Utf8Writer> _free = new();
    readonly Lock _gate = new();
    readonly SemaphoreSlim _filled = new(0);
    readonly SemaphoreSlim _emptied = new(MaxWaiting);
    readonly bool _isPerLine;
    Thread? _thread;
    volatile int _error;
    bool _isDone;

    /// <summary>Over standard output.</summary>
    /// <param name="isPerLine">True to write every line at once, for a terminal or an impatient reader.</param>
    public BlockOutput(bool isPerLine) => _isPerLine = isPerLine;

    /// <summary>The block under hand: append here. Replaced by <see cref="EndLine"/>.</summary>
    public Utf8Writer Block { get; private set; } = new(BlockBytes + 4096);

    /// <summary>Ends the line under hand and hands the block over when it is time.</summary>
    /// <exception cref="OutputClosedException">An earlier block could not be written.</exception>
    public void EndLine()
    {
        Block.Append((byte)'\n');
        if (_isPerLine || Block.Length >= BlockBytes)
        {
            HandOver();
        }
    }

    /// <summary>Hands over what was appended so far, for a reader who waits for more than a block's time. Does not wait itself.</summary>
    /// <exception cref="OutputClosedException">An earlier block could not be written.</exception>
    public void Push()
    {
        if (Block.Length > 0)
        {
            HandOver();
        }
        else
        {
            ThrowIfBroken();
        }
    }

    /// <summary>Writes all that was appended and waits until it is out.</summary>
    /// <exception cref="OutputClosedException">It could not be written.</exception>
    public void Flush()
    {
        if (_thread is not null)
        {
            if (Block.Length > 0)
            {
                HandOver();
            }

            for (var i = 0; i < MaxWaiting; i++)
            {
                _emptied.Wait();
            }

            _emptied.Release(MaxWaiting);
        }
        else
        {
            WriteHere();
        }

        ThrowIfBroken();
    }

    /// <summary>Ends the thread. What was not flushed is lost.</summary>
    public void Dispose()
    {
        if (_thread is { } thread)
        {
            _isDone = true;
            _filled.Release();
            thread.Join();
        }

        _filled.Dispose();
        _emptied.Dispose();
    }

    void HandOver()
    {
        ThrowIfBroken();
        if (_isPerLine)
        {
            WriteHere();
            ThrowIfBroken();
            return;
        }

        _thread ??= StartThread();
        _emptied.Wait();
        lock (_gate)
        {
            _full.Enqueue(Block);
            Block = _free.Count > 0 ? _free.Pop() : new Utf8Writer(BlockBytes + BlockReserveBytes);
        }

        _filled.Release();
    }

    void WriteHere()
    {
        if (Block.Length > 0 && _error == 0)
        {
            _error = Descriptor.Write(Descriptor.Output, Block.Written);
        }

        Block.Clear();
    }

    Thread StartThread()
    {
        var thread = new Thread(RunWriter, 256 * 1024) { IsBackground = true, Name = "output" };
        thread.Start();
        return thread;
    }

    void RunWriter()
    {
        while (true)
        {
            _filled.Wait();
            Utf8Writer? block;
            lock (_gate)
            {
                _full.TryDequeue(out block);
            }

            if (block is null)
            {
                if (_isDone)
                {
                    return;
                }

                continue;
            }

            if (_error == 0)
            {
                _error = Descriptor.Write(Descriptor.Output, block.Written);
            }

            block.Clear();
            lock (_gate)
            {
                _free.Push(block);
            }

            _emptied.Release();
        }
    }

    void ThrowIfBroken()
    {
        if (_error != 0)
        {
            throw new OutputClosedException(_error);
        }
    }
}
