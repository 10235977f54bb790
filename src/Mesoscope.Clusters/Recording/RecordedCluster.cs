using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.State;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// A cluster as the documents of a capture tell it, in their order. Each replaces what is there of its kind; its further parts add to it.
/// A document that cannot be used changes nothing. Not for several threads at once.
/// </summary>
public sealed class RecordedCluster
{
    // As sysdig reads captures: only what runs in active frameworks, apps linked to what has a name when they come, and nothing that
    // the document at hand does not say.
    static readonly ClusterOptions s_options = new() { StrictStates = true, LinksNamedTasksOnly = true, Grace = TimeSpan.Zero };

    readonly Dictionary<byte[], MarathonApps> _groups = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], MarathonApps> _apps = new(ByteTextComparer.Instance);
    readonly Dictionary<byte[], MarathonPods> _pods = new(ByteTextComparer.Instance);
    readonly ClusterState _cluster = new(s_options);
    MasterState? _state;
    bool _isStateNew;
    bool _isNew;

    /// <summary>The names as the documents so far tell them. Made when asked for, so many parts cost no more than one document.</summary>
    public ClusterNames Names
    {
        get
        {
            if (_isNew)
            {
                TakeState();
                _isNew = false;
                _cluster.Publish();
            }

            return _cluster.Current;
        }
    }

    /// <summary>Whether the state that was read last is whole and tells in which containers tasks run. Sysdig's do not.</summary>
    public bool HasContainers => _state is { IsOpen: false } state && state.Tasks.Count > 0 && state.Tasks[0].ContainerId.Length > 0;

    /// <summary>Takes the next document.</summary>
    /// <param name="json">The document; what is behind it, such as a NUL, is not looked at.</param>
    /// <returns>False when it could not be used.</returns>
    public bool Read(ReadOnlySpan<byte> json)
    {
        if (RecordedDocument.Read(json) is not { } document)
        {
            return false;
        }

        // Apps link to tasks and take what they lack from groups, so this order.
        var isUsable = ReadState(document);
        ReadGroups(document);
        ReadApps(document);
        ReadPods(document);
        _isNew = true;
        return isUsable;
    }

    bool ReadState(RecordedDocument document)
    {
        if (document.State is { IsUsable: true } state)
        {
            _state = state;
            _isStateNew = true;
        }

        if (document.MoreState is { IsUsable: true } more)
        {
            if (_state is null || more.IsBeginning)
            {
                _state = more;
            }
            else
            {
                _state.Append(more);
                _state.IsOpen = more.IsOpen;
            }

            _isStateNew = true;
        }

        return document.State is not { IsUsable: false } && document.MoreState is not { IsUsable: false };
    }

    void ReadGroups(RecordedDocument document)
    {
        if (Join(_groups, document.Groups, document.MoreGroups) is { } groups)
        {
            _cluster.TakeGroups(groups.FrameworkId, groups);
        }
    }

    void ReadApps(RecordedDocument document)
    {
        if (Join(_apps, document.Apps, document.MoreApps) is { } apps)
        {
            TakeState();
            _cluster.TakeApps(apps.FrameworkId, apps);
        }
    }

    void ReadPods(RecordedDocument document)
    {
        if (document.Pods is { IsUsable: true } pods)
        {
            _pods[pods.FrameworkId] = pods;
            _cluster.TakePods(pods.FrameworkId, pods);
        }

        if (document.MorePods is { IsUsable: true } more)
        {
            if (_pods.TryGetValue(more.FrameworkId, out var first))
            {
                first.Append(more);
                more = first;
            }

            _cluster.TakePods(more.FrameworkId, more);
        }
    }

    static MarathonApps? Join(Dictionary<byte[], MarathonApps> documents, MarathonApps? whole, MarathonApps? more)
    {
        if (whole is { IsUsable: true })
        {
            documents[whole.FrameworkId] = whole;
        }

        if (more is not { IsUsable: true })
        {
            return whole is { IsUsable: true } ? whole : null;
        }

        if (!documents.TryGetValue(more.FrameworkId, out var first))
        {
            return documents[more.FrameworkId] = more;
        }

        first.Append(more);
        return first;
    }

    void TakeState()
    {
        if (_isStateNew)
        {
            _isStateNew = false;
            _cluster.Take(_state!);
        }
    }
}
