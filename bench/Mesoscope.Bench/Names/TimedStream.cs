using System.Diagnostics;
using Mesoscope.Captures.Input;

namespace Mesoscope.Bench.Names;

/// <summary>Notes when the last bytes of a body came.</summary>
sealed class TimedStream(Stream inner) : ForwardStream
{
    /// <summary>Time stamp of the last read that brought something.</summary>
    public long LastData { get; private set; }

    /// <summary>Bytes read.</summary>
    public long Total { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read > 0)
        {
            LastData = Stopwatch.GetTimestamp();
            Total += read;
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
