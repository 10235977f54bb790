using Mesoscope.Machine.Threads;

namespace Mesoscope.Query.Fields.Processes;

/// <summary>A number that one bound field keeps with a thread, for as long as the thread lives.</summary>
sealed class ThreadCounter
{
    readonly FieldScratch _owner;

    ThreadCounter(FieldScratch owner) => _owner = owner;

    /// <summary>The number, 0 in the beginning.</summary>
    public ulong Value { get; set; }

    /// <summary>The field's counter for that thread.</summary>
    public static ThreadCounter Of(ThreadState thread, FieldScratch owner)
    {
        foreach (var extension in thread.Extensions ?? [])
        {
            if (extension is ThreadCounter counter && counter._owner == owner)
            {
                return counter;
            }
        }

        var added = new ThreadCounter(owner);
        thread.Extensions = [.. thread.Extensions ?? [], added];
        return added;
    }
}
