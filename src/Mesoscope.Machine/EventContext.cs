using Mesoscope.Events;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <summary>
/// The event under hand together with what the machine knows about it: what fields are taken from. One object, used again for every
/// event; written by the state engine only.
/// </summary>
public sealed class EventContext
{
    /// <summary>A context over the machine whose events it will show.</summary>
    public EventContext(MachineState machine) => Machine = machine;

    /// <summary>The event.</summary>
    public Event Event { get; } = new();

    /// <summary>The machine.</summary>
    public MachineState Machine { get; }

    /// <summary>The thread that made the event, or null when it is not known (or the event has none).</summary>
    public ThreadState? Thread { get; set; }

    /// <summary>The descriptor that the event works on, or null.</summary>
    public DescriptorState? Descriptor { get; set; }

    /// <summary>The errno of a failed call as a positive number; 0 when it did not fail.</summary>
    public int ErrorCode { get; set; }

    /// <summary>True when the event changed the descriptor's name.</summary>
    public bool IsDescriptorNameChanged { get; set; }

    /// <summary>Bytes read or written by the call.</summary>
    public uint IoBytes { get; set; }

    /// <summary>True when the event wrote a message to the system log.</summary>
    public bool IsLogMessage { get; set; }

    /// <summary>The write that <see cref="Event"/> took the place of, when that is a tracer; otherwise null. It is what captures store.</summary>
    public Event? ReplacedWrite { get; set; }
}
