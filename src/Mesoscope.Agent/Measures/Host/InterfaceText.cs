using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>
/// Reads <c>/proc/PID/net/dev</c>, proc(5). Interfaces that pass on what others carried are left out, or bytes would count twice.
/// </summary>
static class InterfaceText
{
    static readonly byte[][] s_leftOut =
    [
        "lo"u8.ToArray(), "veth"u8.ToArray(), "docker"u8.ToArray(), "br-"u8.ToArray(), "virbr"u8.ToArray(), "cni"u8.ToArray(), "flannel"u8.ToArray(),
        "cali"u8.ToArray(), "tap"u8.ToArray(), "tun"u8.ToArray(), "bond"u8.ToArray(), "dummy"u8.ToArray(),
    ];

    /// <summary>Takes over what the text tells.</summary>
    public static void Read(ReadOnlySpan<byte> text, HostMeasure measure, HostCounters counters)
    {
        if (TryRead(text, out var bytesIn, out var bytesOut))
        {
            measure.InterfaceBytesIn = counters.InterfaceIn.Take(bytesIn);
            measure.InterfaceBytesOut = counters.InterfaceOut.Take(bytesOut);
        }
    }

    /// <summary>Sums the interfaces; false when there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out double bytesIn, out double bytesOut)
    {
        bytesIn = 0;
        bytesOut = 0;
        var isThere = false;
        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            var colon = line.IndexOf((byte)':');
            if (colon < 0 || IsLeftOut(line[..colon].TrimStart((byte)' ')))
            {
                continue;
            }

            // Received: bytes and seven others; then sent: bytes.
            var numbers = new TextCursor(line[(colon + 1)..]);
            if (numbers.TryTakeNumber(out var received))
            {
                numbers.SkipWords(7);
                if (numbers.TryTakeNumber(out var sent))
                {
                    bytesIn += received;
                    bytesOut += sent;
                    isThere = true;
                }
            }
        }

        return isThere;
    }

    static bool IsLeftOut(ReadOnlySpan<byte> name)
    {
        foreach (var start in s_leftOut)
        {
            if (name.StartsWith(start) && (start.Length > 2 || name.Length == start.Length))
            {
                return true;
            }
        }

        return false;
    }
}
