namespace Mesoscope.Kernel;

/// <summary>
/// The part of a filter that the kernel decides, before an event is written. An event arrives when its type is in <see cref="State"/>,
/// or when its type is in <see cref="Wanted"/> and its task meets every condition that is not empty: the conditions are joined by
/// "and", the values of one by "or". What arrives only for the state is told from what is wanted by the rest of the filter.
/// Immutable once given to <see cref="LiveCapture.Open"/>.
/// </summary>
public sealed class KernelFilter
{
    /// <summary>Characters of an id in <see cref="ContainerIds"/>.</summary>
    public const int ContainerIdCharacters = 12;

    /// <summary>Types of events to show, enter and exit by themselves. Default: all. Types that nothing makes cost nothing.</summary>
    public EventTypeSet Wanted { get; init; } = EventTypeSet.All;

    /// <summary>
    /// Types that must arrive whichever task makes them, because the state depends on them. Default: none, which is right when there
    /// are no conditions on tasks.
    /// </summary>
    public EventTypeSet State { get; init; } = new();

    /// <summary>
    /// Codes of the system calls that make generic events (<see cref="Events.Schema.SyscallInfo.Number"/>) when the generic types are
    /// wanted; null, the default: all of them.
    /// </summary>
    public IReadOnlySet<int>? GenericSyscalls { get; init; }

    /// <summary>Thread ids, as the machine's first namespace counts them. Up to 4096.</summary>
    public IReadOnlyCollection<long> ThreadIds { get; init; } = [];

    /// <summary>Process ids, as the machine's first namespace counts them. Up to 4096.</summary>
    public IReadOnlyCollection<long> ProcessIds { get; init; } = [];

    /// <summary>
    /// Names that threads got when they were made or executed a program, as <c>proc.name</c> has them: compared by their first 15 bytes.
    /// Later changes of a thread's name do not count. Up to 4096 names, and 65,536 threads with one of them at a time.
    /// </summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    /// <summary>
    /// Containers by their id as it is shown, exactly <see cref="ContainerIdCharacters"/> characters: threads whose control groups named
    /// one when they were made or executed a program, which is when a capture tells of control groups. Up to 4096, and 65,536 threads in
    /// one of them at a time.
    /// </summary>
    public IReadOnlyCollection<string> ContainerIds { get; init; } = [];

    /// <summary>
    /// Processes that are followed with all descendants, those that exist already and those to come, also when their parents end first.
    /// Up to 4096 here and 65,536 followed at a time.
    /// </summary>
    public IReadOnlyCollection<long> FollowedProcessIds { get; init; } = [];
}
