using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Threads that no event and no first state told of, in a live capture.</content>
public sealed partial class MachineState
{
    bool _isReadingProcess;

    /// <summary>
    /// Reads a process of the running machine when an event comes from a thread that is not known, as after lost events: it gets the
    /// thread's id and delivers what there is of its process. Null, the default, for captures: what is not in them is not known.
    /// </summary>
    public Action<long, ISnapshotSink>? ProcessReader { get; set; }

    /// <summary>Processes that <see cref="ProcessReader"/> was asked for.</summary>
    public long ReadProcessCount { get; private set; }

    ThreadState? ReadUnknownThread(long tid)
    {
        // Whom the machine knows nothing of is not asked for again and again: a thread made up for it stands in its place from now on.
        if (ProcessReader is not { } reader || tid <= 0 || _isReadingProcess)
        {
            return null;
        }

        ReadProcessCount++;
        _isReadingProcess = true;
        try
        {
            var late = new LateThreads(this);
            reader(tid, late);
            foreach (var thread in late.Added)
            {
                CountChild(thread);
                foreach (var (_, descriptor) in thread.Descriptors.Items())
                {
                    SetDirection(descriptor);
                }
            }
        }
        finally
        {
            _imported = null;
            _isReadingProcess = false;
        }

        return Threads.Find(tid);
    }
}
