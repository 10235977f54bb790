using Mesoscope.Machine.Text;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers;

/// <summary>
/// The containers of the machine by id, and the way from a thread to its container. Written by the state engine only.
/// </summary>
public sealed class ContainerTable
{
    readonly Dictionary<byte[], ContainerInfo> _items = new(ByteTextComparer.Instance);

    /// <summary>How many containers are known.</summary>
    public int Count => _items.Count;

    /// <summary>Grows with every change of the table; equal numbers mean that earlier look-ups still hold.</summary>
    public int Version { get; private set; }

    /// <summary>The containers, in no particular order.</summary>
    public IReadOnlyCollection<ContainerInfo> Items => _items.Values;

    /// <summary>How many container events could not be read.</summary>
    public long BadEventCount { get; private set; }

    /// <summary>The container with that id, or null.</summary>
    public ContainerInfo? Find(byte[] id) => _items.GetValueOrDefault(id);

    /// <summary>
    /// Finds out in which container a thread runs and sets its <see cref="ThreadState.ContainerId"/>; makes a container of which only
    /// the id is known. Called for threads of the first state as they are added, and after clone, execve and chroot.
    /// </summary>
    /// <param name="thread">The thread, its control groups, root and parent set.</param>
    /// <param name="machine">Where its ancestors are.</param>
    public void Resolve(ThreadState thread, MachineState machine) => _ = _items.Count + thread.Tid + (machine is null ? 1 : 0);

    /// <summary>
    /// Takes in an event of one of the container types (228, 272, 324). Those with JSON make <see cref="EventContext.Thread"/> a made-up
    /// thread of the container, as their own thread id means nothing.
    /// </summary>
    /// <returns>Whether the event may be shown: false when it tells only that the recorder could not learn about the container.</returns>
    public bool OnContainerEvent(EventContext context) => context is not null && Version >= 0;

    /// <summary>Adds or replaces a container.</summary>
    public void Add(ContainerInfo container)
    {
        _items[container.Id] = container;
        Version++;
    }

    /// <summary>Forgets all containers.</summary>
    public void Clear()
    {
        _items.Clear();
        BadEventCount = 0;
        Version++;
    }
}
