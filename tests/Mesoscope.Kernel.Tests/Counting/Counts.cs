using Mesoscope.Kernel.Counting;

namespace Mesoscope.Kernel.Tests.Counting;

/// <summary>Sums what was shown, over any number of reads.</summary>
sealed class Counts : ICounterSink
{
    public Dictionary<int, Activity> Processes { get; } = [];
    public Dictionary<int, ulong> GroupOf { get; } = [];
    public Dictionary<int, string> Names { get; } = [];
    public HashSet<int> Ended { get; } = [];
    public Dictionary<ulong, Activity> Groups { get; } = [];
    public Dictionary<(ulong Group, int Error), ulong> Errors { get; } = [];
    public List<ConnectionCounters> Connections { get; } = [];

    public void OnProcess(in ProcessCounters c)
    {
        Processes[c.ProcessId] = Processes.GetValueOrDefault(c.ProcessId) + c.Activity;
        GroupOf[c.ProcessId] = c.ControlGroup;
        Names[c.ProcessId] = c.Name;
        if (c.HasEnded)
        {
            Ended.Add(c.ProcessId);
        }
    }

    public void OnControlGroup(in ControlGroupCounters c) => Groups[c.ControlGroup] = Groups.GetValueOrDefault(c.ControlGroup) + c.Activity;

    public void OnConnection(in ConnectionCounters c) => Connections.Add(c);

    public void OnError(ulong controlGroup, int errorNumber, ulong count) =>
        Errors[(controlGroup, errorNumber)] = Errors.GetValueOrDefault((controlGroup, errorNumber)) + count;
}
