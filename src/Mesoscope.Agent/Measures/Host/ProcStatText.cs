using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>Reads <c>/proc/stat</c>, proc(5).</summary>
static class ProcStatText
{
    // USER_HZ: the kernel shows times in hundredths of a second on every architecture that is supported.
    const double SecondsPerTick = 0.01;

    /// <summary>Takes over what the text tells.</summary>
    public static void Read(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        var cores = 0;
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line) && line.StartsWith("cpu"u8))
        {
            if (line.StartsWith("cpu "u8))
            {
                ReadTimes(line[4..], measure, counters);
            }
            else
            {
                cores++;
            }
        }

        if (cores > 0)
        {
            measure.Cores = cores;
        }
    }

    static void ReadTimes(ReadOnlySpan<byte> line, HostMeasure measure, HostCounters counters)
    {
        // user, nice, system, idle, iowait, irq, softirq, steal; guests are part of the first two.
        Span<long> times = stackalloc long[8];
        var cursor = new TextCursor(line);
        for (var i = 0; i < times.Length; i++)
        {
            if (!cursor.TryTakeNumber(out times[i]))
            {
                return;
            }
        }

        measure.UserSeconds = counters.User.Take((times[0] + times[1]) * SecondsPerTick);
        measure.SystemSeconds = counters.System.Take((times[2] + times[5] + times[6]) * SecondsPerTick);
        measure.IdleSeconds = counters.Idle.Take(times[3] * SecondsPerTick);
        measure.IoWaitSeconds = counters.IoWait.Take(times[4] * SecondsPerTick);
        measure.StolenSeconds = counters.Stolen.Take(times[7] * SecondsPerTick);
    }
}
