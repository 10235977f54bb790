using Mesoscope.Events.Snapshot;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>Takes a command line apart into its first word and the rest.</summary>
static class CommandLineText
{
    // Readers of captures refuse longer ones.
    const int MaxExeBytes = 1024;
    const int MaxArgumentBytes = 4096;

    /// <summary>Sets <see cref="ThreadEntry.Exe"/> and <see cref="ThreadEntry.Arguments"/>; true when something was left out.</summary>
    public static bool Read(ReadOnlySpan<byte> text, ThreadEntry entry)
    {
        var end = text.IndexOf((byte)0);
        var exe = end < 0 ? text : text[..end];
        var rest = end < 0 ? default : text[(end + 1)..];
        entry.Exe = exe[..Math.Min(exe.Length, MaxExeBytes)].ToArray();
        if (rest.Length > MaxArgumentBytes || (!rest.IsEmpty && rest[^1] != 0))
        {
            // Programs that write their state there do not always end it.
            var kept = rest[..Math.Min(rest.Length, MaxArgumentBytes - 1)];
            entry.Arguments = [.. kept, 0];
        }
        else
        {
            entry.Arguments = rest.ToArray();
        }

        return exe.Length > MaxExeBytes || rest.Length > MaxArgumentBytes;
    }
}
