using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Counting.Records;

/// <summary>What a thread did since it was read last: <c>struct thread_record</c> in bpf/counting/life.bpf.c.</summary>
[StructLayout(LayoutKind.Sequential)]
struct ThreadRecord
{
    /// <summary>In <see cref="Flags"/>: the process ended.</summary>
    public const uint ProcessEnded = 2;

    /// <summary>In <see cref="Flags"/>: because memory ran out.</summary>
    public const uint OutOfMemory = 4;

    /// <summary><see cref="RecordKind.Thread"/>.</summary>
    public RecordKind Kind;

    /// <summary>1: the thread ended; and the constants above.</summary>
    public uint Flags;

    /// <summary>The thread.</summary>
    public int ThreadId;

    /// <summary>The process.</summary>
    public int ProcessId;

    /// <summary>Its control group.</summary>
    public ulong ControlGroup;

    /// <summary>When the process began, by the boot clock.</summary>
    public ulong Begin;

    /// <summary>Name of the process.</summary>
    public NameBytes Name;

    /// <summary>What it did.</summary>
    public Activity Activity;

    /// <summary>Its errors.</summary>
    public ErrorCounts Errors;

    /// <summary>Nanoseconds since 1970; of an end only.</summary>
    public ulong Time;

    /// <summary>The parent of an ended process.</summary>
    public int ParentId;

    /// <summary>As wait tells it: signal in the low seven bits, 128 for a core file, status above.</summary>
    public uint ExitCode;
}
