namespace Mesoscope.Machine.Threads;

/// <summary>
/// Goes from a thread to its parent, grandparent and so on. Ends at the first unknown parent, and also in a circle of parents, which
/// re-used ids and damaged captures can make: a second look-up runs ahead at double speed and meets the first one there.
/// </summary>
public struct AncestorWalk
{
    readonly MachineState _machine;
    ThreadState? _current;
    ThreadState? _ahead;
    bool _isStarted;

    /// <summary>A walk that begins with the thread's parent.</summary>
    public AncestorWalk(MachineState machine, ThreadState thread)
    {
        _machine = machine;
        _current = machine.FindParent(thread);
        _ahead = Parent(_current);
    }

    /// <summary>The ancestor under hand; valid after <see cref="MoveNext"/> said true.</summary>
    public readonly ThreadState Current => _current!;

    /// <summary>Steps to the next ancestor. False when there is none.</summary>
    public bool MoveNext()
    {
        if (!_isStarted)
        {
            _isStarted = true;
        }
        else
        {
            _current = Parent(_current);
            if (IsCircle() || IsCircle())
            {
                _current = null;
            }
        }

        return _current is not null && _current.Tid != -1;
    }

    bool IsCircle()
    {
        _ahead = Parent(_ahead);
        return _current is not null && (_current == _ahead || _current.Tid == _current.ParentTid);
    }

    readonly ThreadState? Parent(ThreadState? thread) => thread is null ? null : _machine.FindParent(thread);
}
