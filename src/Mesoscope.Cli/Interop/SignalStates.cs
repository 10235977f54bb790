using System.Globalization;

namespace Mesoscope.Cli.Interop;

/// <summary>What this process does with signals.</summary>
static class SignalStates
{
    const string Mask = "SigIgn:";

    /// <summary>True when a signal is ignored; false when that cannot be told.</summary>
    /// <param name="number">The signal, such as <see cref="Libc.SigInt"/>.</param>
    public static bool IsIgnored(int number)
    {
        try
        {
            // proc(5): a bit for each signal, in hexadecimal digits.
            var line = File.ReadLines("/proc/self/status").FirstOrDefault(static l => l.StartsWith(Mask, StringComparison.Ordinal));
            return line is not null
                && ulong.TryParse(line.AsSpan(Mask.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                && (bits >> (number - 1) & 1) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
