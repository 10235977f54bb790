using System.Buffers.Text;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>Reads <c>/proc/loadavg</c> and <c>/proc/uptime</c>, proc(5).</summary>
static class LoadText
{
    /// <summary>Takes over what <c>loadavg</c> tells: three means, and running and all threads with a slash between them.</summary>
    public static void Read(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        var cursor = new TextCursor(text.TrimEnd((byte)'\n'));
        measure.Load1 = Decimal(ref cursor);
        measure.Load5 = Decimal(ref cursor);
        measure.Load15 = Decimal(ref cursor);
        var threads = cursor.TakeWord();
        threads = threads[(threads.IndexOf((byte)'/') + 1)..];
        measure.Threads = Utf8Parser.TryParse(threads, out long count, out var used) && used == threads.Length ? count : double.NaN;
    }

    /// <summary>Takes over what <c>uptime</c> tells.</summary>
    public static void ReadUptime(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        var cursor = new TextCursor(text.TrimEnd((byte)'\n'));
        measure.UptimeSeconds = Decimal(ref cursor);
    }

    static double Decimal(ref TextCursor cursor)
    {
        var word = cursor.TakeWord();
        return Utf8Parser.TryParse(word, out double value, out var used) && used == word.Length && double.IsFinite(value) ? value : double.NaN;
    }
}
