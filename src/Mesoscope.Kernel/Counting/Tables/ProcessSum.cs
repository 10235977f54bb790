namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>What the threads of a process did since the read before.</summary>
sealed class ProcessSum
{
    /// <summary>The control group.</summary>
    public ulong ControlGroup;

    /// <summary>The name.</summary>
    public string Name = "";

    /// <summary>True when it ended.</summary>
    public bool HasEnded;

    /// <summary>The sum.</summary>
    public Activity Activity;
}
