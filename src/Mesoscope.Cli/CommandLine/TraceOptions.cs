using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.CommandLine;

/// <summary>A <c>trace</c> command line, understood.</summary>
sealed class TraceOptions
{
    /// <summary>What is asked for.</summary>
    public TraceAction Action { get; set; }

    /// <summary>The captures to read, one after the other; <c>-</c> is standard input. None for a live capture.</summary>
    public List<string> Inputs { get; } = [];

    /// <summary>What holds for a live capture.</summary>
    public LiveRunOptions Live { get; } = new();

    /// <summary>True when events come from this machine, not from files.</summary>
    public bool IsLive => Inputs.Count == 0;

    /// <summary>The cluster that names come from.</summary>
    public ClusterSettings Cluster { get; } = new();

    /// <summary>The filter; empty for none.</summary>
    public string Filter { get; set; } = "";

    /// <summary>True when the filter only decides what is printed (<c>-d</c>).</summary>
    public bool IsDisplayFilter { get; set; }

    /// <summary>The format of lines, escapes not yet resolved; null for the usual one.</summary>
    public string? Format { get; set; }

    /// <summary>True when the format came from the user and so holds for events of plugins as well.</summary>
    public bool IsFormatCustom { get; set; }

    /// <summary>How events are printed.</summary>
    public OutputStyle Style { get; set; }

    /// <summary>How data buffers are printed.</summary>
    public BufferStyle BufferStyle { get; set; }

    /// <summary>How <c>evt.outputtime</c> is printed: one of <c>h a r d D</c>.</summary>
    public char TimeStyle { get; set; } = 'h';

    /// <summary>Ports by their service names.</summary>
    public bool ResolvesPorts { get; set; }

    /// <summary>Texts in full and a summary at the end; with <c>-l</c>, types as well.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Events of the capture program itself are shown.</summary>
    public bool IsDebug { get; set; }

    /// <summary>Users and groups of the capture are not used.</summary>
    public bool ExcludesUsers { get; set; }

    /// <summary>No events are printed.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Progress on standard error.</summary>
    public bool ShowsProgress { get; set; }

    /// <summary>A table of the event types at the end.</summary>
    public bool ShowsSummary { get; set; }

    /// <summary>Each line is written at once.</summary>
    public bool IsUnbuffered { get; set; }

    /// <summary>Reading goes on behind damage.</summary>
    public bool Salvages { get; set; }

    /// <summary>How much of the machine is remembered (<c>--max-threads</c>, <c>--max-fds</c>, <c>--max-containers</c>).</summary>
    public MachineLimits Limits { get; set; } = new();

    /// <summary>Stop after so many events that passed the filter, per capture.</summary>
    public ulong MaxEvents { get; set; } = ulong.MaxValue;

    /// <summary>Stop when so much time of the capture has passed, in seconds; 0 for no limit.</summary>
    public int MaxSeconds { get; set; }

    /// <summary>Names of programs whose events are ignored.</summary>
    public List<string> SuppressedComms { get; } = [];

    /// <summary>The capture to write; null for none.</summary>
    public string? Output { get; set; }

    /// <summary>The capture is written compressed.</summary>
    public bool Compresses { get; set; }

    /// <summary>Events that the filter drops are written hidden when the state needs them.</summary>
    public bool IsFatFile { get; set; }

    /// <summary>The filter is applied to the processes at the head of a written capture as well.</summary>
    public bool FiltersProcessList { get; set; }

    /// <summary>A new file after so many millions of bytes; 0 for no limit.</summary>
    public int FileMegabytes { get; set; }

    /// <summary>A new file after so many seconds; 0 for no limit.</summary>
    public int FileSeconds { get; set; }

    /// <summary>A new file after so many events; 0 for no limit.</summary>
    public ulong FileEvents { get; set; }

    /// <summary>At most so many files, then the first one is written again; 0 for no limit.</summary>
    public int FileLimit { get; set; }
}
