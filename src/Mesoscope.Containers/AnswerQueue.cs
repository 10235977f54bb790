namespace Mesoscope.Containers;

/// <summary>Answers that wait to be taken. Safe for several threads.</summary>
/// <param name="max">How many may wait; further ones are refused and counted.</param>
/// <param name="tally">Where they are counted.</param>
sealed class AnswerQueue(int max, Tally tally)
{
    readonly Queue<ContainerAnswer> _answers = [];
    volatile bool _hasAny;

    /// <summary>Whether there is one.</summary>
    public bool HasAny => _hasAny;

    /// <summary>Adds one.</summary>
    public void Add(ContainerAnswer answer)
    {
        lock (_answers)
        {
            if (_answers.Count >= max)
            {
                tally.Refused();
                return;
            }

            _answers.Enqueue(answer);
            _hasAny = true;
            Monitor.PulseAll(_answers);
        }
    }

    /// <summary>Takes the oldest; false when there is none.</summary>
    public bool TryTake(out ContainerAnswer answer)
    {
        lock (_answers)
        {
            var isThere = _answers.TryDequeue(out answer);
            _hasAny = _answers.Count > 0;
            return isThere;
        }
    }

    /// <summary>Waits until there is one; false when the time is over.</summary>
    public bool Wait(TimeSpan limit)
    {
        lock (_answers)
        {
            return _answers.Count > 0 || (limit > TimeSpan.Zero && Monitor.Wait(_answers, limit) && _answers.Count > 0);
        }
    }
}
