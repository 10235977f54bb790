using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// Writes frameworks, tasks and Mesos agents as captures hold them. The first document has all frameworks (sysdig ends when an app's
/// framework is missing) and as many tasks as fit; the rest follows in further ones.
/// </summary>
sealed class StateRecord
{
    /// <summary>Bytes of a task's labels; the largest go first when there are more. Sysdig's whole document has no more room.</summary>
    const int MaxLabelBytes = 48 * 1024;

    /// <summary>Room for what ends a document.</summary>
    const int Brackets = 64;

    readonly DocumentWriter _output = new();
    readonly DocumentWriter _item = new();
    readonly List<byte[]> _documents = [];
    int _reserved;

    /// <summary>Writes the documents.</summary>
    public static IReadOnlyList<byte[]> Write(ClusterNames names)
    {
        var record = new StateRecord();
        record.WriteAll(names);
        return record._documents;
    }

    void WriteAll(ClusterNames names)
    {
        var tasks = names.Tasks.ToLookup(static task => task.FrameworkId, ByteTextComparer.Instance);
        var frameworks = names.Frameworks.ToList();
        frameworks.AddRange(tasks.Select(static group => group.Key).Where(id => names.FindFramework(id) is null)
            .Select(static id => new ClusterFramework { Id = id, Name = id, IsActive = true }));

        // Sysdig takes an empty list of frameworks for an error and ends; it does not look at a further part.
        Open(isFirst: frameworks.Count > 0);
        _reserved = frameworks.Sum(HeadBytes);
        var rest = WriteFrameworks(frameworks.ConvertAll(framework => (framework, (ReadOnlyMemory<ClusterTask>)tasks[framework.Id].ToArray())));
        for (var before = int.MaxValue; rest.Count > 0; rest = WriteFrameworks(rest))
        {
            var now = rest.Count + rest.Sum(static item => item.Tasks.Length);
            if (now == before)
            {
                DropFirst(rest);
            }

            before = now;
            Close([], isOpen: true);
            Open(isFirst: false);
        }

        WriteAgents(names);
    }

    // What is larger than a document cannot be recorded: without it the others go on.
    static void DropFirst(List<(ClusterFramework Framework, ReadOnlyMemory<ClusterTask> Tasks)> rest)
    {
        if (rest[0].Tasks.Length > 1)
        {
            rest[0] = (rest[0].Framework, rest[0].Tasks[1..]);
        }
        else
        {
            rest.RemoveAt(0);
        }
    }

    List<(ClusterFramework Framework, ReadOnlyMemory<ClusterTask> Tasks)> WriteFrameworks(List<(ClusterFramework Framework, ReadOnlyMemory<ClusterTask> Tasks)> frameworks)
    {
        List<(ClusterFramework Framework, ReadOnlyMemory<ClusterTask> Tasks)> rest = [];
        foreach (var (framework, tasks) in frameworks)
        {
            var head = HeadBytes(framework);
            _reserved = Math.Max(_reserved - head, 0);
            if (_output.Length + head + Brackets > PartWriter.MaxBytes)
            {
                rest.Add((framework, tasks));
            }
            else if (WriteFramework(framework, tasks) is { Length: > 0 } left)
            {
                rest.Add((framework, left));
            }
        }

        return rest;
    }

    void WriteAgents(ClusterNames names)
    {
        var agents = new Queue<ClusterAgent>(names.Agents);
        while (true)
        {
            var room = PartWriter.MaxBytes - _output.Length - Brackets;
            var taken = new List<byte[]>();
            while (agents.TryPeek(out var agent))
            {
                _item.Clear();
                _item.Begin('{');
                _item.Bool("active"u8, agent.IsActive);
                _item.Text("hostname"u8, agent.Hostname);
                _item.Text("id"u8, agent.Id);
                _item.End('}');
                room -= _item.Length + 1;
                if (room < 0)
                {
                    break;
                }

                taken.Add(_item.Written.ToArray());
                agents.Dequeue();
            }

            var isEmpty = _output.Length < 2 * Brackets && taken.Count == 0 && agents.Count > 0;
            Close(taken, agents.Count > (isEmpty ? 1 : 0));
            if (isEmpty)
            {
                // Larger than a document.
                agents.Dequeue();
            }

            if (agents.Count == 0)
            {
                return;
            }

            Open(isFirst: false);
        }
    }

    void Open(bool isFirst)
    {
        _output.Clear();
        _output.Begin('{');
        _output.Begin(isFirst ? "mesos_state"u8 : "mesos_state_more"u8, '{');
        _output.Bool("allStates"u8, true);
        if (_documents.Count == 0 && !isFirst)
        {
            _output.Bool("begin"u8, true);
        }

        _output.Begin("frameworks"u8, '[');
    }

    void Close(List<byte[]> agents, bool isOpen)
    {
        _output.End(']');
        if (isOpen)
        {
            _output.Bool("open"u8, true);
        }

        _output.Begin("slaves"u8, '[');
        foreach (var agent in agents)
        {
            _output.Raw(agent);
        }

        _output.End(']');
        _output.End('}');
        _output.End('}');
        _documents.Add(_output.Written.ToArray());
    }

    // Returns the tasks for which there was no room.
    ReadOnlyMemory<ClusterTask> WriteFramework(ClusterFramework framework, ReadOnlyMemory<ClusterTask> tasks)
    {
        var tail = HeadBytes(framework) + _reserved;
        _output.Begin('{');
        _output.Bool("active"u8, framework.IsActive);
        _output.Text("hostname"u8, framework.Hostname);
        _output.Text("id"u8, framework.Id);
        _output.Text("name"u8, framework.Name);
        _output.Text("role"u8, framework.Role);
        _output.Begin("tasks"u8, '[');
        var count = 0;
        while (count < tasks.Length && TryWriteTask(tasks.Span[count], tail))
        {
            count++;
        }

        _output.End(']');
        _output.Text("user"u8, framework.User);
        _output.Text("webui_url"u8, framework.WebUrl);
        _output.End('}');
        return tasks[count..];
    }

    bool TryWriteTask(ClusterTask task, int tail)
    {
        _item.Clear();
        WriteTask(task);
        if (_output.Length + _item.Length + tail + Brackets > PartWriter.MaxBytes)
        {
            return false;
        }

        _output.Raw(_item.Written);
        return true;
    }

    static int HeadBytes(ClusterFramework framework) =>
        100 + (2 * (framework.Id.Length + framework.Name.Length + framework.Hostname.Length + framework.Role.Length + framework.User.Length + framework.WebUrl.Length));

    void WriteTask(ClusterTask task)
    {
        _item.Begin('{');
        if (task.Image.Length > 0)
        {
            _item.Begin("container"u8, '{');
            _item.Begin("docker"u8, '{');
            _item.Text("image"u8, task.Image);
            _item.End('}');
            _item.End('}');
        }

        _item.Text("executor_id"u8, task.ExecutorId);
        _item.Text("framework_id"u8, task.FrameworkId);
        _item.Text("id"u8, task.Id);
        _item.Pairs("labels"u8, Shorten(task.Labels));
        _item.Text("name"u8, task.Name);
        _item.Text("slave_id"u8, task.AgentId);
        _item.Text("state"u8, TaskStates.ToText(task.State));
        if (task.ContainerId.Length > 0)
        {
            WriteContainer(task);
        }

        _item.End('}');
    }

    void WriteContainer(ClusterTask task)
    {
        _item.Begin("statuses"u8, '[');
        _item.Begin('{');
        _item.Begin("container_status"u8, '{');
        _item.Begin("container_id"u8, '{');
        if (task.ParentContainerId.Length > 0)
        {
            _item.Begin("parent"u8, '{');
            _item.Text("value"u8, task.ParentContainerId);
            _item.End('}');
        }

        _item.Text("value"u8, task.ContainerId);
        _item.End('}');
        _item.End('}');
        _item.End('}');
        _item.End(']');
    }

    static IReadOnlyList<Label> Shorten(IReadOnlyList<Label> labels)
    {
        var bytes = labels.Sum(Size);
        if (bytes <= MaxLabelBytes)
        {
            return labels;
        }

        var kept = labels.ToList();
        foreach (var label in labels.OrderByDescending(Size))
        {
            kept.Remove(label);
            bytes -= Size(label);
            if (bytes <= MaxLabelBytes)
            {
                break;
            }
        }

        return kept;

        // A control character takes six bytes when it is escaped; labels with many of them are nobody's.
        static int Size(Label label) => label.Key.Length + label.Value.Length + 24;
    }
}
