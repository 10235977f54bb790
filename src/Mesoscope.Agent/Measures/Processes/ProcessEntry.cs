using Mesoscope.Agent.Measures.Containers;

namespace Mesoscope.Agent.Measures.Processes;

/// <summary>A process that runs, and what is measured of it.</summary>
/// <param name="id">Its id on the host.</param>
/// <param name="startTicks">Hundredths of a second from the machine's start to its begin.</param>
sealed class ProcessEntry(int id, ulong startTicks)
{
    /// <summary>Its id on the host.</summary>
    public int Id => id;

    /// <summary>Hundredths of a second from the machine's start to its begin; with the id, that is unique while the machine runs.</summary>
    public ulong StartTicks => startTicks;

    /// <summary>Its name; changes when it executes another program.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its name as the kernel gives it.</summary>
    public byte[] NameBytes { get; set; } = [];

    /// <summary>Whether it is a part of the kernel, and not measured.</summary>
    public bool IsKernel { get; init; }

    /// <summary>Its container; null for one of the host.</summary>
    public ContainerEntry? Container { get; set; }

    /// <summary>What was measured in the last tick.</summary>
    public ProcessMeasure Measure { get; } = new();

    public CountedDelta Used;
    public CountedDelta MinorFaults;
    public CountedDelta MajorFaults;

    /// <summary>Processor time that was read in one piece after ticks in which it was not looked at, and is still to be told.</summary>
    public double UntoldSeconds { get; set; }

    /// <summary>Ticks since it was read last.</summary>
    public int Unread { get; set; }

    /// <summary>Ticks in a row in which it did nothing.</summary>
    public int Idle { get; set; }

    /// <summary>Ticks since it was seen first.</summary>
    public int Age { get; set; }

    /// <summary>The list of processes in which it was seen last.</summary>
    public long Seen { get; set; }

    /// <summary>Whether it ended.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether it is shown by itself, so that its descriptors are worth counting.</summary>
    public bool IsShown { get; set; } = true;
}
