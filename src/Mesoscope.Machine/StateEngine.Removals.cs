namespace Mesoscope.Machine;

/// <content>
/// What ends with an event is removed before the next one, so that the event itself can still be shown with it.
/// </content>
public sealed partial class StateEngine
{
    readonly List<long> _endedDescriptors = [];
    long _endedThread = -1;
    long _ownerOfEnded;
    bool _hasRemovals;

    /// <summary>Removes the thread before the next event.</summary>
    internal void RemoveThreadLater(long tid)
    {
        _endedThread = tid;
        _hasRemovals = true;
    }

    /// <summary>Removes the descriptor before the next event.</summary>
    internal void RemoveDescriptorLater(Threads.ThreadState thread, long number)
    {
        _ownerOfEnded = thread.Tid;
        _endedDescriptors.Add(number);
        _hasRemovals = true;
    }

    void RemoveWhatEnded()
    {
        _hasRemovals = false;
        if (_endedThread != -1)
        {
            Machine.RemoveThread(_endedThread, isForced: false);
            _endedThread = -1;
        }

        if (_endedDescriptors.Count == 0)
        {
            return;
        }

        var descriptors = Machine.FindOrMakeThread(_ownerOfEnded) is { } thread ? Machine.FindDescriptors(thread) : null;
        foreach (var number in _endedDescriptors)
        {
            descriptors?.Remove(number);
        }

        _endedDescriptors.Clear();
    }

    void ForgetRemovals()
    {
        _hasRemovals = false;
        _endedThread = -1;
        _endedDescriptors.Clear();
    }
}
