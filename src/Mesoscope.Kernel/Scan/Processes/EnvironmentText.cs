using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>
/// Cuts an environment to what captures can hold, variable by variable. Those that tell which task a process belongs to are kept even
/// when they come late, which they often do: cluster managers append theirs.
/// </summary>
static class EnvironmentText
{
    /// <summary>Readers of captures refuse more.</summary>
    public const int MaxBytes = 4096;

    static readonly byte[][] s_kept =
    [
        "MESOS_"u8.ToArray(),
        "mesos_task_id="u8.ToArray(),
        "MARATHON_APP_ID="u8.ToArray(),
        "container_uuid="u8.ToArray(),
    ];

    /// <summary>The environment, each variable ended by NUL, in its order, at most <see cref="MaxBytes"/> long.</summary>
    /// <param name="text">As the kernel gives it.</param>
    /// <param name="isCut">Whether variables were left out.</param>
    public static byte[] Cut(ReadOnlySpan<byte> text, out bool isCut)
    {
        isCut = text.Length > MaxBytes;
        if (!isCut)
        {
            return text.IsEmpty || text[^1] == 0 ? text.ToArray() : [.. text[..^1], 0];
        }

        var room = MaxBytes - KeptBytes(text);
        var result = new List<byte>(MaxBytes);
        var cursor = new TextCursor(text);
        while (cursor.TryTakeUntil(0, out var variable))
        {
            var bytes = variable.Length + 1;
            if (IsKept(variable) ? result.Count + bytes <= MaxBytes : (room -= bytes) >= 0)
            {
                result.AddRange(variable);
                result.Add(0);
            }
        }

        return [.. result];
    }

    static int KeptBytes(ReadOnlySpan<byte> text)
    {
        var bytes = 0;
        var cursor = new TextCursor(text);
        while (cursor.TryTakeUntil(0, out var variable))
        {
            bytes += IsKept(variable) ? variable.Length + 1 : 0;
        }

        return bytes;
    }

    static bool IsKept(ReadOnlySpan<byte> variable)
    {
        foreach (var start in s_kept)
        {
            if (variable.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }
}
