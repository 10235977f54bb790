using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Model;

/// <summary>
/// All names of a cluster at one moment. Never changed once it is made, so that any thread may read it without a lock; whoever wants
/// newer names takes another one. Every look-up is one step in a hash table and allocates nothing.
/// </summary>
public sealed class ClusterNames
{
    readonly Dictionary<byte[], ClusterTask> _tasks;
    readonly Dictionary<byte[], ClusterTask> _tasksByContainer;
    readonly Dictionary<byte[], ClusterFramework> _frameworks;
    readonly Dictionary<byte[], ClusterAgent> _agents;
    readonly Dictionary<byte[], MarathonApp> _appsByTask;
    readonly Dictionary<byte[], MarathonPod> _podsByTask;
    readonly Dictionary<byte[], MarathonTask> _taskDetails;
    readonly Lazy<ExecutorTable> _executors;

    internal ClusterNames(ClusterContent content)
    {
        Version = content.Version;
        _frameworks = content.Frameworks;
        _agents = content.Agents;
        _appsByTask = content.AppsByTask;
        _podsByTask = content.PodsByTask;
        _taskDetails = content.TaskDetails;
        Apps = content.Apps;
        Pods = content.Pods;
        Groups = content.Groups;
        Tasks = content.Tasks;
        _executors = new Lazy<ExecutorTable>(() => new ExecutorTable(Tasks));
        _tasks = new Dictionary<byte[], ClusterTask>(Tasks.Count, ByteTextComparer.Instance);
        _tasksByContainer = new Dictionary<byte[], ClusterTask>(Tasks.Count, ByteTextComparer.Instance);
        foreach (var task in Tasks)
        {
            // Two frameworks may use one id: the first that runs counts. Their containers tell them apart.
            if (!_tasks.TryAdd(task.Id, task) && task.State == TaskState.Running && _tasks[task.Id].State != TaskState.Running)
            {
                _tasks[task.Id] = task;
            }

            if (task.ContainerId.Length > 0)
            {
                _tasksByContainer[task.ContainerId] = task;
            }
        }
    }

    /// <summary>A cluster of which nothing is known.</summary>
    public static ClusterNames Empty { get; } = new(new ClusterContent());

    /// <summary>Grows from one to the next; 0 for <see cref="Empty"/>.</summary>
    public long Version { get; }

    /// <summary>The tasks that have names, in no particular order.</summary>
    public IReadOnlyCollection<ClusterTask> Tasks { get; }

    /// <summary>The frameworks, in no particular order.</summary>
    public IReadOnlyCollection<ClusterFramework> Frameworks => _frameworks.Values;

    /// <summary>The Mesos agents, in no particular order.</summary>
    public IReadOnlyCollection<ClusterAgent> Agents => _agents.Values;

    /// <summary>The apps of all Marathons.</summary>
    public IReadOnlyCollection<MarathonApp> Apps { get; }

    /// <summary>The pods of all Marathons.</summary>
    public IReadOnlyCollection<MarathonPod> Pods { get; }

    /// <summary>The groups of all Marathons.</summary>
    public IReadOnlyCollection<MarathonGroup> Groups { get; }

    /// <summary>The task of that id, or null; an empty id is no task's.</summary>
    public ClusterTask? FindTask(ReadOnlySpan<byte> id) => Find(_tasks, id);

    /// <summary>The task that runs in the container of that id as Mesos gave it (a UUID), or null.</summary>
    public ClusterTask? FindTaskByContainer(ReadOnlySpan<byte> containerId) => Find(_tasksByContainer, containerId);

    /// <summary>The only task of an executor, or null when it has none or several: those cannot be told apart by it.</summary>
    /// <param name="frameworkId">The framework.</param>
    /// <param name="agentId">The Mesos agent that the executor runs on.</param>
    /// <param name="executorId">The executor's id in its framework.</param>
    public ClusterTask? FindTaskOfExecutor(ReadOnlySpan<byte> frameworkId, ReadOnlySpan<byte> agentId, ReadOnlySpan<byte> executorId) =>
        executorId.IsEmpty ? null : _executors.Value.Find(frameworkId, agentId, executorId);

    /// <summary>The framework of that id, or null.</summary>
    public ClusterFramework? FindFramework(ReadOnlySpan<byte> id) => Find(_frameworks, id);

    /// <summary>The Mesos agent of that id, or null.</summary>
    public ClusterAgent? FindAgent(ReadOnlySpan<byte> id) => Find(_agents, id);

    /// <summary>The Marathon app that a task belongs to, or null.</summary>
    public MarathonApp? FindApp(ClusterTask task) => Find(_appsByTask, task.Id);

    /// <summary>The Marathon pod that a task belongs to, or null.</summary>
    public MarathonPod? FindPod(ClusterTask task) => Find(_podsByTask, task.Id);

    /// <summary>What Marathon knows of a task beside its app, or null.</summary>
    public MarathonTask? FindTaskDetails(ClusterTask task) => Find(_taskDetails, task.Id);

    /// <summary>What the health checks of a task say, those of Mesos and those of Marathon: false when any fails, null when there are none.</summary>
    public bool? FindHealth(ClusterTask task) => (task.IsHealthy, FindTaskDetails(task)?.IsHealthy) switch
    {
        (false, _) or (_, false) => false,
        (true, _) or (_, true) => true,
        _ => null,
    };

    internal Dictionary<byte[], MarathonApp> AppsByTask => _appsByTask;

    internal Dictionary<byte[], MarathonPod> PodsByTask => _podsByTask;

    internal Dictionary<byte[], MarathonTask> TaskDetails => _taskDetails;

    static T? Find<T>(Dictionary<byte[], T> items, ReadOnlySpan<byte> id)
        where T : class => items.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out var item) ? item : null;
}
