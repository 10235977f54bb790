using System.Runtime.InteropServices;
using Mesoscope.Kernel.Counting.Records;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>Sums threads to processes, control groups and errors between two reads.</summary>
sealed class ActivityTable
{
    readonly NameTexts _names;
    readonly Dictionary<(int ProcessId, ulong Begin), ProcessSum> _processes = [];
    readonly Dictionary<ulong, Activity> _groups = [];
    readonly Dictionary<(ulong Group, int Error), ulong> _errors = [];
    readonly Stack<ProcessSum> _free = [];

    /// <param name="names">Keeps the names' texts.</param>
    public ActivityTable(NameTexts names) => _names = names;

    /// <summary>Adds what a thread did.</summary>
    public void Add(in ThreadRecord record)
    {
        ref var process = ref CollectionsMarshal.GetValueRefOrAddDefault(_processes, (record.ProcessId, record.Begin), out _);
        process ??= _free.TryPop(out var free) ? free : new ProcessSum();
        process.Activity += record.Activity;
        process.ControlGroup = record.ControlGroup;
        process.Name = _names.Get(record.Name);
        process.HasEnded |= (record.Flags & ThreadRecord.ProcessEnded) != 0;
        Add(record.ControlGroup, record.Activity);
        foreach (ref readonly var error in record.Errors)
        {
            if (error.Count != 0)
            {
                AddError(record.ControlGroup, (int)error.Number, error.Count);
            }
        }
    }

    /// <summary>Adds what a control group did whose processes are not known.</summary>
    public void Add(ulong controlGroup, in Activity activity)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, controlGroup, out _);
        sum += activity;
    }

    /// <summary>Adds errors of a control group.</summary>
    public void AddError(ulong controlGroup, int error, ulong count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_errors, (controlGroup, error), out _) += count;

    /// <summary>Shows everything and forgets it.</summary>
    public void Deliver(ICounterSink sink)
    {
        foreach (var ((id, begin), process) in _processes)
        {
            sink.OnProcess(new ProcessCounters(id, process.ControlGroup, process.Name, begin, process.HasEnded, process.Activity));
            process.Activity = default;
            process.HasEnded = false;
            _free.Push(process);
        }

        foreach (var (group, activity) in _groups)
        {
            sink.OnControlGroup(new ControlGroupCounters(group, activity));
        }

        foreach (var ((group, error), count) in _errors)
        {
            sink.OnError(group, error, count);
        }

        _processes.Clear();
        _groups.Clear();
        _errors.Clear();
    }
}
