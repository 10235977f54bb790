namespace Mesoscope.Cli.CommandLine;

/// <summary>What the command line says of a live run; nothing of it matters while files are read.</summary>
sealed class LiveRunOptions
{
    /// <summary>Bytes of each data buffer that are captured (<c>-s</c>). Default 80; the kernel hands over 63 KiB at most.</summary>
    public int PayloadBytes { get; set; } = 80;

    /// <summary>The size of each processor's ring buffer (<c>--buffer-size</c>), in MiB, 1 to 1024. Default 8.</summary>
    public int BufferMebibytes { get; set; } = 8;

    /// <summary>Page faults are captured (<c>--page-faults</c>).</summary>
    public bool CapturesPageFaults { get; set; }

    /// <summary>The events of this program itself are captured as well (<c>--own-events</c>).</summary>
    public bool CapturesOwnEvents { get; set; }

    /// <summary>How long a line waits for the names of its container (<c>--hold</c>), in milliseconds, 0 to 10,000. Default 50.</summary>
    public int HoldMilliseconds { get; set; } = 50;

    /// <summary>The socket of a container runtime that is asked besides the usual ones (<c>--cri</c>); null for none.</summary>
    public string? RuntimeSocket { get; set; }

    /// <summary>The command to start and follow, with its arguments (behind <c>--</c>); empty for the whole machine.</summary>
    public IReadOnlyList<string> Command { get; set; } = [];
}
