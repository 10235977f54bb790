using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tracers;

/// <summary>The tracers of one thread: the last one, and the beginning of one that more writes will complete.</summary>
public sealed class ThreadTracer
{
    /// <summary>A beginning that is longer is given up.</summary>
    const int MaxFragmentBytes = 65536;

    byte[] _fragment = [];
    int _fragmentBytes;

    /// <summary>What the last tracer said.</summary>
    public Tracer Current { get; } = new();

    /// <summary>The span's beginning: that of the last tracer if it is one, otherwise the one that it ended; null when that is not known.</summary>
    public TracerSpan? Enter { get; private set; }

    /// <summary>The span's end, if the last tracer is one.</summary>
    public TracerSpan Exit { get; } = new();

    /// <summary>The tracers of a thread; null when it has written none.</summary>
    public static ThreadTracer? Find(ThreadState thread)
    {
        foreach (var extension in thread.Extensions ?? [])
        {
            if (extension is ThreadTracer tracer)
            {
                return tracer;
            }
        }

        return null;
    }

    internal static ThreadTracer FindOrAdd(ThreadState thread)
    {
        if (Find(thread) is { } known)
        {
            return known;
        }

        var tracer = new ThreadTracer();
        thread.Extensions = [.. thread.Extensions ?? [], tracer];
        return tracer;
    }

    /// <summary>Takes in what the thread wrote.</summary>
    /// <param name="data">The write's data.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="isEnter">Whether the tracer begins a span.</param>
    internal TracerResult Read(ReadOnlySpan<byte> data, ThreadState thread, out bool isEnter)
    {
        isEnter = false;
        if (_fragmentBytes + data.Length == 0)
        {
            return TracerResult.NoTracer;
        }

        Current.Clear();
        var text = Join(data);
        var nul = text.IndexOf((byte)0);
        var result = TracerReader.Read(nul < 0 ? text : text[..nul], thread, Current, out isEnter);
        if (result != TracerResult.Incomplete || _fragmentBytes > MaxFragmentBytes)
        {
            _fragmentBytes = 0;
            return result;
        }

        _fragmentBytes = _fragmentBytes == 0 || nul < 0 ? text.Length : nul;
        return result;
    }

    /// <summary>Opens or closes the span of the last tracer.</summary>
    internal void Track(SpanTable spans, bool isEnter, long tid, ulong time)
    {
        if (isEnter)
        {
            Enter = spans.Open(Current, tid, time) ?? Enter;
        }
        else
        {
            Exit.CopyFrom(Current, tid, time);
            Enter = spans.Close(Exit);
        }
    }

    ReadOnlySpan<byte> Join(ReadOnlySpan<byte> data)
    {
        var length = _fragmentBytes + data.Length;
        if (_fragment.Length < length)
        {
            Array.Resize(ref _fragment, Math.Max(length, 256));
        }

        data.CopyTo(_fragment.AsSpan(_fragmentBytes));
        return _fragment.AsSpan(0, length);
    }
}
