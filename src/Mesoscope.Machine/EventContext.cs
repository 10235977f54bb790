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
    ThreadState? _thread;
    bool _isThreadLate;
    bool _staysLate;

    /// <summary>A context over the machine whose events it will show.</summary>
    public EventContext(MachineState machine) => Machine = machine;

    /// <summary>The event.</summary>
    public Event Event { get; } = new();

    /// <summary>The machine.</summary>
    public MachineState Machine { get; }

    /// <summary>
    /// The thread that made the event, or null when it is not known (or the event has none). From the first time that it is asked for it
    /// is the event's <see cref="OwnThread"/> too, unless the event's type belongs to no thread.
    /// </summary>
    public ThreadState? Thread
    {
        get
        {
            _isThreadLate &= _staysLate;
            return _thread;
        }

        set
        {
            _isThreadLate = false;
            _thread = value;
        }
    }

    /// <summary>
    /// The thread, unless the event came without one (scheduler events, the first return of a new thread) and nothing has asked for
    /// <see cref="Thread"/> yet. Latencies are taken from here: sysdig's lines depend on what stands before them in just this way.
    /// </summary>
    public ThreadState? OwnThread => _isThreadLate ? null : _thread;

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

    /// <summary>Looks the thread up for an event that came without one.</summary>
    /// <param name="isNobodys">Whether events of its type belong to no thread, so that it is never the event's own.</param>
    internal void FindLateThread(bool isNobodys)
    {
        if (_thread is null)
        {
            _thread = Machine.FindThread(Event.ThreadId);
            _isThreadLate = true;
            _staysLate = isNobodys;
        }
    }
}
