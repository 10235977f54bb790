using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Live;

/// <summary>
/// The threads of a process and of all that descend from it, kept by the events of the stream: who is made by a followed thread is
/// followed, whatever becomes of its parent.
/// </summary>
sealed class FollowedThreads
{
    // Of the events that tell of a new thread, in their editions since 2013.
    const int PidIndex = 4;
    const int ParentIndex = 5;
    const int VirtualTidIndex = 18;

    readonly HashSet<long> _threads = [];
    long _ending = -1;

    /// <summary>Follows processes.</summary>
    /// <param name="pids">Their ids.</param>
    public FollowedThreads(IEnumerable<long> pids) => _threads.UnionWith(pids);

    /// <summary>True when all have ended.</summary>
    public bool IsEmpty => _threads.Count == 0 || (_threads.Count == 1 && _threads.Contains(_ending));

    /// <summary>Whether a thread is followed. One whose end is the event under hand still is.</summary>
    public bool Contains(long tid) => _threads.Contains(tid);

    /// <summary>Takes note of an event. Called for every event in turn, before it is shown.</summary>
    public void Watch(Event e)
    {
        if (_ending >= 0)
        {
            _threads.Remove(_ending);
            _ending = -1;
        }

        switch (e.Type)
        {
            case EventType.SyscallCloneV20Exit or EventType.SyscallForkV20Exit or EventType.SyscallVforkV20Exit or EventType.SyscallClone3Exit:
                // In the parent, which knows its child's number unless it lives in a namespace of its own.
                if (e.Int64(0) is > 0 and var child)
                {
                    if (_threads.Contains(e.ThreadId) && e.ParameterCount > VirtualTidIndex && e.Int64(VirtualTidIndex) == e.ThreadId)
                    {
                        _threads.Add(child);
                    }
                }

                // In the child. When its parent's event has not come yet, the parent lives and is still its parent.
                else if (e.Int64(0) == 0 && (_threads.Contains(e.Int64(ParentIndex)) || _threads.Contains(e.Int64(PidIndex))))
                {
                    _threads.Add(e.ThreadId);
                }

                break;
            case EventType.SyscallExecveV19Exit or EventType.SyscallExecveatExit:
                // A thread that executes a program goes on as the main thread.
                if (_threads.Contains(e.Int64(PidIndex)))
                {
                    _threads.Add(e.ThreadId);
                }

                break;
            case EventType.ProcexitV1Enter when _threads.Contains(e.ThreadId):
                _ending = e.ThreadId;
                break;
        }
    }

    /// <summary>
    /// True when none of them is there any more, which also tells of those whose end was lost. They stay followed: events of theirs may
    /// still be on their way.
    /// </summary>
    /// <param name="isAlive">Whether there is a thread with that id.</param>
    public bool AreGone(Predicate<long> isAlive) => !_threads.Any(tid => isAlive(tid));
}
