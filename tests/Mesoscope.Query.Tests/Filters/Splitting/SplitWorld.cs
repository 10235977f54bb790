using System.Text;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Query.Filters.Splitting;

namespace Mesoscope.Query.Tests.Filters.Splitting;

/// <summary>A few processes with threads, and what the kernel would say of their events.</summary>
sealed class SplitWorld
{
    static readonly string[] s_names = ["sh", "cat", "redis-server", "open"];
    static readonly string[] s_containers = ["", "0123456789ab", "ba9876543210"];
    readonly List<ThreadEntry> _threads = [];
    readonly EventContext _context;

    internal SplitWorld(Random random)
    {
        var machine = new MachineState();
        for (var pid = 1; pid <= 8; pid++)
        {
            var parent = pid == 1 ? 0 : random.Next(1, pid);
            Add(machine, pid, pid, parent, random);
            Add(machine, pid + 100, pid, parent, random);
        }

        machine.EndSnapshot();
        _context = new EventContext(machine);
    }

    /// <summary>An event of any type of any of the threads.</summary>
    internal EventContext NextEvent(Random random)
    {
        var type = random.Next(3) == 0 ? (EventType)random.Next(2) : (EventType)random.Next(EventSchema.EventTypeCount);
        var thread = _threads[random.Next(_threads.Count)];
        FilterEvents.Attach(_context, type, random.Next(EventSchema.SyscallCount), thread.Tid);
        _context.Thread = _context.Machine.FindThread(thread.Tid);
        return _context;
    }

    /// <summary>What the kernel decides, by its own knowledge.</summary>
    internal bool IsAccepted(KernelPart part, EventContext context)
    {
        var e = context.Event;
        var thread = _threads.Single(entry => entry.Tid == e.ThreadId);
        return (e.Info.IsGeneric ? part.Types.ContainsSyscall((int)e.UInt64(0), e.Info.IsEnter) : part.Types.Contains(e.Type))
            && part.Tids.Contains(thread.Tid) && part.Pids.Contains(thread.Pid) && part.Comms.Contains(Encoding.UTF8.GetString(thread.Comm))
            && (part.Containers.IsAll || part.Containers.Members.Any(id => Encoding.UTF8.GetString(thread.Cgroups).Contains("/" + id, StringComparison.Ordinal)))
            && (part.Ancestors.IsAll || Line(thread.Pid).Any(part.Ancestors.Contains));
    }

    IEnumerable<long> Line(long pid)
    {
        for (; pid != 0; pid = _threads.First(entry => entry.Pid == pid).ParentTid)
        {
            yield return pid;
        }
    }

    void Add(MachineState machine, long tid, long pid, long parent, Random random)
    {
        var entry = new ThreadEntry { Tid = tid, Pid = pid, ParentTid = parent, Comm = Encoding.UTF8.GetBytes(s_names[random.Next(s_names.Length)]) };
        if (s_containers[random.Next(s_containers.Length)] is { Length: > 0 } id)
        {
            entry.Cgroups = Encoding.UTF8.GetBytes($"memory=/docker/{id}{new string('0', 52)}\0");
        }

        _threads.Add(entry);
        machine.AddThread(entry);
    }
}
