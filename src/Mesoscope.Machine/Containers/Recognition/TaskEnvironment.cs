using System.Text;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>
/// What the environment of a process tells of its task, without any word of a cluster. Mesos sets the ids, Marathon (0.8 and later) the
/// app, its version and its labels. Texts are empty when it does not tell.
/// </summary>
public sealed record TaskEnvironment
{
    /// <summary>The variables that hold a task id: Marathon's, Chronos', and that of the command executor, which every other framework uses.</summary>
    internal static readonly byte[][] TaskIdVariables = ["MESOS_TASK_ID"u8.ToArray(), "mesos_task_id"u8.ToArray(), "MESOS_EXECUTOR_ID"u8.ToArray()];

    /// <summary>Id of the task as it stands there. Some images set one that means nothing: see <see cref="LooksLikeTask"/>.</summary>
    public byte[] TaskId { get; private init; } = [];

    /// <summary>Framework that started the task.</summary>
    public byte[] FrameworkId { get; private init; } = [];

    /// <summary>Mesos agent that runs it.</summary>
    public byte[] AgentId { get; private init; } = [];

    /// <summary>Executor that runs it.</summary>
    public byte[] ExecutorId { get; private init; } = [];

    /// <summary>Folder of its files on its host. Docker containers are told only where they see it, which is not this.</summary>
    public byte[] Sandbox { get; private init; } = [];

    /// <summary>Image of its container.</summary>
    public byte[] Image { get; private init; } = [];

    /// <summary>App of Marathon; null when it belongs to none.</summary>
    public MarathonApp? App { get; private init; }

    /// <summary>Whether the id has the form that frameworks give: short ids and those without any separator mean nothing by themselves.</summary>
    public bool LooksLikeTask => IsTaskId(TaskId);

    /// <summary>Reads an environment: <c>name=value</c>, each ended by NUL.</summary>
    public static TaskEnvironment Read(ReadOnlySpan<byte> environment) => new()
    {
        TaskId = FindTaskId(environment).ToArray(),
        FrameworkId = Find(environment, "MESOS_FRAMEWORK_ID"u8),
        AgentId = Find(environment, "MESOS_SLAVE_ID"u8),
        ExecutorId = Find(environment, "MESOS_EXECUTOR_ID"u8),
        Sandbox = Find(environment, "MESOS_DIRECTORY"u8),
        Image = Find(environment, "MARATHON_APP_DOCKER_IMAGE"u8),
        App = FindApp(environment),
    };

    /// <summary>The name of the task: Marathon's are made of the app, others begin with it.</summary>
    /// <param name="taskId">Id of the task.</param>
    public byte[] NameOf(byte[] taskId)
    {
        ArgumentNullException.ThrowIfNull(taskId);
        if (App is not null)
        {
            // Marathon names the tasks of /shop/web so: web.shop.
            return Encoding.Latin1.GetBytes(string.Join('.', Encoding.Latin1.GetString(App.Id).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()));
        }

        var dot = Array.LastIndexOf(taskId, (byte)'.');
        return dot > 0 ? taskId[..dot] : taskId;
    }

    /// <summary>The task id that an environment names; empty when it names none.</summary>
    internal static ReadOnlySpan<byte> FindTaskId(ReadOnlySpan<byte> environment)
    {
        foreach (var name in TaskIdVariables)
        {
            if (ProcessEnvironment.Find(environment, name) is { IsEmpty: false } id)
            {
                return id;
            }
        }

        return default;
    }

    /// <summary>Whether an id has the form that frameworks give.</summary>
    internal static bool IsTaskId(ReadOnlySpan<byte> id) => id.Length >= 3 && (id.IndexOfAny("._"u8) >= 0 || id.StartsWith("ct:"u8));

    static MarathonApp? FindApp(ReadOnlySpan<byte> environment)
    {
        var id = Find(environment, "MARATHON_APP_ID"u8);
        return MarathonApp.GroupOf(id) is not { } group
            ? null
            : new MarathonApp { Id = id, GroupId = group, Version = Find(environment, "MARATHON_APP_VERSION"u8), Labels = FindLabels(environment) };
    }

    // MARATHON_APP_LABELS has the names, separated by blanks; the value of each is in a variable of its own.
    static List<Label> FindLabels(ReadOnlySpan<byte> environment)
    {
        List<Label> labels = [];
        ReadOnlySpan<byte> names = Find(environment, "MARATHON_APP_LABELS"u8);
        foreach (var range in names.Split((byte)' '))
        {
            var name = names[range];
            if (!name.IsEmpty)
            {
                labels.Add(new Label(name.ToArray(), Find(environment, [.. "MARATHON_APP_LABEL_"u8, .. name])));
            }
        }

        labels.Sort(static (x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));
        return labels;
    }

    static byte[] Find(ReadOnlySpan<byte> environment, ReadOnlySpan<byte> name) => ProcessEnvironment.Find(environment, name).ToArray();
}
