using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>Reads <c>/proc/vmstat</c>, proc(5).</summary>
static class VirtualMemoryText
{
    /// <summary>Takes over what the text tells; kernels before 4.13 do not count kills.</summary>
    public static void Read(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (TryTake(line, "pgfault "u8, out var value))
            {
                measure.Faults = counters.Faults.Take(value);
            }
            else if (TryTake(line, "pgmajfault "u8, out value))
            {
                measure.MajorFaults = counters.MajorFaults.Take(value);
            }
            else if (TryTake(line, "oom_kill "u8, out value))
            {
                measure.OutOfMemoryKills = counters.OutOfMemoryKills.Take(value);
            }
        }
    }

    static bool TryTake(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out long value)
    {
        value = 0;
        return line.StartsWith(name) && new TextCursor(line[name.Length..]).TryTakeNumber(out value);
    }
}
