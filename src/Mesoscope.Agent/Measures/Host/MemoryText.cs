using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>Reads <c>/proc/meminfo</c>, proc(5).</summary>
static class MemoryText
{
    /// <summary>Takes over what the text tells.</summary>
    public static void Read(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            if (Take(line, "MemTotal:"u8, ref measure.MemoryTotalBytes)
                || Take(line, "MemAvailable:"u8, ref measure.MemoryAvailableBytes)
                || Take(line, "SwapTotal:"u8, ref measure.SwapTotalBytes)
                || Take(line, "SwapFree:"u8, ref measure.SwapFreeBytes))
            {
                continue;
            }
        }
    }

    static bool Take(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, ref double value)
    {
        if (!line.StartsWith(name) || !new TextCursor(line[name.Length..]).TryTakeNumber(out var kibibytes))
        {
            return false;
        }

        value = kibibytes * 1024.0;
        return true;
    }
}
