using Mesoscope.Events.Schema;
using Mesoscope.Machine.Containers.Recognition;
using Mesoscope.Clusters.Text;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers;

/// <summary>
/// The containers of the machine by id, and the way from a thread to its container. Written by the state engine only.
/// </summary>
public sealed class ContainerTable
{
    /// <summary>Containers that are remembered as told of; beyond, all are told of anew.</summary>
    const int MaxSighted = 65_536;

    /// <summary>This part of the table, the newest containers, is never forgotten: their first threads may come yet.</summary>
    const int NewestPart = 8;

    readonly MachineState _machine;
    readonly Dictionary<byte[], ContainerInfo> _items = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], uint> _seenTypes = new(ByteTextComparer.Instance);
    readonly HashSet<byte[]> _sighted = new(ByteTextComparer.Instance);
    readonly ContainerRecognizer _recognizer;
    long _addedCount;
    long _nextSweep;

    /// <summary>An empty table of a machine.</summary>
    internal ContainerTable(MachineState machine)
    {
        _machine = machine;
        _recognizer = new ContainerRecognizer(this);
    }

    /// <summary>How many containers are known.</summary>
    public int Count => _items.Count;

    /// <summary>Grows with every change of the table; equal numbers mean that earlier look-ups still hold.</summary>
    public int Version { get; private set; }

    /// <summary>The containers, in no particular order.</summary>
    public IReadOnlyCollection<ContainerInfo> Items => _items.Values;

    /// <summary>Who asks the runtimes; null for nobody, as with captures, in which the answers are events.</summary>
    public IContainerObserver? Observer { get; set; }

    /// <summary>How many container events could not be read.</summary>
    public long BadEventCount { get; private set; }

    /// <summary>How many containers were not taken because there were too many that threads run in.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Whether rkt runs here, which only container events can tell.</summary>
    internal bool HasRkt { get; private set; }

    /// <summary>The container with that id, or null.</summary>
    public ContainerInfo? Find(byte[] id) => _items.GetValueOrDefault(id);

    /// <summary>The container with that id, or null.</summary>
    public ContainerInfo? Find(ReadOnlySpan<byte> id) => _items.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out var found) ? found : null;

    /// <summary>
    /// Finds out in which container a thread runs and sets its <see cref="ThreadState.ContainerId"/> and
    /// <see cref="ThreadState.Category"/>; makes a container of which only the id is known. Called for threads of the first state as
    /// they are added, and after clone, execve and chroot.
    /// </summary>
    /// <param name="thread">The thread, its control groups, root and parent set.</param>
    public void Resolve(ThreadState thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        thread.TaskMatch = null;
        thread.ContainerId = _recognizer.Recognize(thread, _machine);
        if (thread.ContainerId.Length > 0)
        {
            ThreadCategories.Assign(thread, _machine);
        }
    }

    /// <summary>
    /// Takes in an event of one of the container types (228, 272, 324; 402 when it is named so). Those with JSON make <see cref="EventContext.Thread"/> a made-up
    /// thread of the container, as their own thread id means nothing. What cannot be read is counted and changes nothing.
    /// </summary>
    /// <returns>Whether the event may be shown: false when it tells only that the recorder could not learn about the container.</returns>
    public bool OnContainerEvent(EventContext context)
    {
        var e = context.Event;
        if (e.Type == EventType.ContainerEnter)
        {
            Add(new ContainerInfo
            {
                Id = e.Text(0).ToArray(),
                Type = (ContainerType)e.UInt32(1),
                Name = e.Text(2).ToArray(),
                Image = e.Text(3).ToArray(),
            });
            return true;
        }

        // Newer recorders send container events through the general event of plugins.
        var isAsync = e.Type == EventType.AsynceventEnter;
        if (isAsync && !e.Text(1).SequenceEqual("container"u8))
        {
            return true;
        }

        var container = ContainerDocument.Read(e.Parameter(isAsync ? 2 : 0));
        if (container is null)
        {
            BadEventCount++;
            return true;
        }

        Add(container);
        context.Thread = new ThreadState
        {
            Tid = -1,
            Pid = -1,
            VirtualTid = -2,
            VirtualPid = -2,
            ParentTid = 0,
            Uid = 0,
            Gid = 0,
            Comm = [.. "container:"u8, .. container.Id],
            ContainerId = container.Id,
        };
        return container.IsSuccessful;
    }

    /// <summary>Adds or replaces a container. What does not fit into the table is counted.</summary>
    public void Add(ContainerInfo container)
    {
        ArgumentNullException.ThrowIfNull(container);
        container.Number = ++_addedCount;
        if (!HasRoom(container.Id))
        {
            RefusedCount++;
            return;
        }

        if (container.MesosTaskId.Length == 0)
        {
            var task = MesosTaskIds.FromRecord(container);
            container.MesosTaskId = task.Length > 0 ? task : Find(container.Id)?.MesosTaskId ?? [];
        }

        _items[container.Id] = container;
        _seenTypes[container.Id] = _seenTypes.GetValueOrDefault(container.Id) | TypeBit(container.Type);
        HasRkt |= container.Type == ContainerType.Rkt;
        Version++;
    }

    /// <summary>Forgets all containers.</summary>
    public void Clear()
    {
        _items.Clear();
        _seenTypes.Clear();
        _sighted.Clear();
        HasRkt = false;
        BadEventCount = 0;
        Version++;
    }

    /// <summary>The id of the container of Mesos that a thread's control groups lead into, whether or not its task is known; null for none.</summary>
    internal byte[]? FindMesosContainer(ThreadState thread) => _recognizer.FindMesosContainer(thread);

    /// <summary>Notes the Mesos task that a container runs, when it is known.</summary>
    internal void SetTask(ContainerInfo container, byte[] taskId)
    {
        if (taskId.Length > 0)
        {
            container.MesosTaskId = taskId;
            Version++;
        }
    }

    /// <summary>Tells the observer of a container, once.</summary>
    internal void Sight(ContainerType type, byte[] id, ThreadState thread)
    {
        if (Observer is null || _sighted.Contains(id))
        {
            return;
        }

        if (_sighted.Count >= MaxSighted)
        {
            _sighted.Clear();
        }

        _sighted.Add(id);
        Observer.OnSighted(type, id, thread);
    }

    /// <summary>Whether a container with that id was ever added as one of that type: it is then not made again.</summary>
    internal bool WasSeen(byte[] id, ContainerType type) => (_seenTypes.GetValueOrDefault(id) & TypeBit(type)) != 0;

    bool HasRoom(byte[] id)
    {
        if (_items.Count >= _machine.Limits.Containers && !_items.ContainsKey(id) && _addedCount >= _nextSweep)
        {
            ForgetUnused();
        }

        return _items.Count < _machine.Limits.Containers || _items.ContainsKey(id);
    }

    void ForgetUnused()
    {
        var newest = _machine.Limits.Containers / NewestPart;
        var used = _machine.Threads.ToArray().Select(static thread => thread.ContainerId).ToHashSet(ByteTextComparer.Instance);
        foreach (var (id, container) in _items)
        {
            if (container.Number < _addedCount - newest && !used.Contains(id))
            {
                _items.Remove(id);
                _seenTypes.Remove(id);
            }
        }

        // A look at all threads for each container of a table that stays full would be too much.
        _nextSweep = _addedCount + newest;
        Version++;
    }

    static uint TypeBit(ContainerType type) => (uint)type < 32 ? 1u << (int)type : 0;
}
