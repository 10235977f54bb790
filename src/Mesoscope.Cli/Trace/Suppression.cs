using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Trace;

/// <summary>
/// Leaves out the events of programs by name (<c>-U</c>), and of what they start, as if the capture did not hold them. A thread is known by
/// the event that started it or its program, so threads that were there before the capture began are not covered.
/// </summary>
sealed class Suppression
{
    const int ParentIndex = 5;
    const int CommIndex = 13;

    readonly byte[][] _comms;
    readonly HashSet<long> _threads = [];

    /// <summary>Suppresses programs with these names.</summary>
    public Suppression(IEnumerable<string> comms) => _comms = [.. comms.Select(Encoding.UTF8.GetBytes)];

    /// <summary>True when the event is to be left out. Called for every event in turn.</summary>
    public bool Covers(Event e)
    {
        switch (e.Type)
        {
            case EventType.SyscallCloneV20Exit or EventType.SyscallForkV20Exit or EventType.SyscallVforkV20Exit or EventType.SyscallClone3Exit
                or EventType.SyscallExecveV19Exit or EventType.SyscallExecveatExit:
                return Update(e);
            case EventType.ProcexitV1Enter:
                return _threads.Remove(e.ThreadId);
            default:
                return _threads.Contains(e.ThreadId);
        }
    }

    bool Update(Event e)
    {
        var isSuppressed = _threads.Contains(e.Int64(ParentIndex)) || IsNamed(e.Text(CommIndex));
        if (isSuppressed)
        {
            _threads.Add(e.ThreadId);
        }
        else
        {
            _threads.Remove(e.ThreadId);
        }

        return isSuppressed;
    }

    bool IsNamed(ReadOnlySpan<byte> comm)
    {
        foreach (var name in _comms)
        {
            if (comm.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
