namespace Mesoscope.Containers;

/// <summary>Ends of containers that wait to be taken, the oldest gone first when nobody takes them. Safe for several threads.</summary>
/// <param name="max">How many may wait.</param>
sealed class EndQueue(int max)
{
    readonly Queue<ContainerEnd> _ends = [];
    readonly HashSet<string> _outOfMemory = [];

    /// <summary>Memory of the container ran out; its end may follow.</summary>
    public void AddOutOfMemory(string id)
    {
        lock (_ends)
        {
            if (_outOfMemory.Count >= max)
            {
                _outOfMemory.Clear();
            }

            _outOfMemory.Add(id);
        }
    }

    /// <summary>Adds an end.</summary>
    public void Add(string id, int? exitStatus)
    {
        lock (_ends)
        {
            if (_ends.Count >= max)
            {
                _ends.Dequeue();
            }

            _ends.Enqueue(new ContainerEnd(id, exitStatus, _outOfMemory.Remove(id)));
        }
    }

    /// <summary>Takes the oldest; false when there is none.</summary>
    public bool TryTake(out ContainerEnd end)
    {
        lock (_ends)
        {
            return _ends.TryDequeue(out end);
        }
    }
}
