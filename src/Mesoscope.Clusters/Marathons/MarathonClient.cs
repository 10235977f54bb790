using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Connections;
using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Marathons;

/// <summary>The questions to a Marathon. A standby sends us to the leader or asks it for us.</summary>
sealed class MarathonClient(ClusterConnection connection, Uri root)
{
    const string InfoPath = "v2/info";
    const string GroupsPath = "v2/groups";
    const string AppsPath = "v2/apps?embed=apps.tasks";
    const string PodsPath = "v2/pods/::status";
    const string EventsPath = "v2/events";
    const string EventStream = "text/event-stream";

    readonly DocumentLimits _limits = new() { DocumentBytes = connection.Limits.DocumentBytes };

    /// <summary>The root of the API, as it was found or given.</summary>
    public Uri Root => root;

    /// <summary>Who this is; its framework's id is not empty.</summary>
    /// <exception cref="ClusterException">Nobody answers, or not as a Marathon that is registered.</exception>
    public async Task<MarathonInfo> ReadInfoAsync(CancellationToken cancellation)
    {
        using var answer = await AskAsync(InfoPath, cancellation).ConfigureAwait(false);
        var info = await Task.Run(() => MarathonInfoReader.Read(answer.Body, _limits), cancellation).ConfigureAwait(false)
            ?? throw new ClusterException(ClusterFault.BadDocument, $"{answer.Url}: the answer is no JSON object; expected what a Marathon says of itself");
        return info.FrameworkId.Length > 0
            ? info
            : throw new ClusterException(ClusterFault.NoLeader, $"{answer.Url}: names no framework; it is no Marathon, or not yet registered with a master");
    }

    /// <summary>The tree of groups.</summary>
    /// <exception cref="ClusterException">It cannot be had.</exception>
    public Task<MarathonApps> ReadGroupsAsync(CancellationToken cancellation) =>
        ReadAsync(GroupsPath, body => MarathonAppsReader.ReadGroups(body, _limits), static groups => (groups.IsUsable, groups.Faults), cancellation);

    /// <summary>The apps with their tasks.</summary>
    /// <exception cref="ClusterException">They cannot be had.</exception>
    public Task<MarathonApps> ReadAppsAsync(CancellationToken cancellation) =>
        ReadAsync(AppsPath, body => MarathonAppsReader.ReadApps(body, _limits), static apps => (apps.IsUsable, apps.Faults), cancellation);

    /// <summary>The pods with their containers.</summary>
    /// <exception cref="ClusterException">They cannot be had; a Marathon before 1.4 has none (<see cref="ClusterFault.NotSpoken"/>).</exception>
    public Task<MarathonPods> ReadPodsAsync(CancellationToken cancellation) =>
        ReadAsync(PodsPath, body => MarathonPodsReader.Read(body, _limits), static pods => (pods.IsUsable, pods.Faults), cancellation);

    /// <summary>Begins to listen to events.</summary>
    /// <exception cref="ClusterException">There is no stream of events.</exception>
    public Task<ClusterAnswer> ListenAsync(CancellationToken cancellation) =>
        connection.Http.AskAsync(new ClusterRequest(new Uri(root, EventsPath), EventStream) { IsStream = true }, connection.Ring, cancellation);

    async Task<T> ReadAsync<T>(string path, Func<Stream, T> read, Func<T, (bool IsUsable, DocumentFaults Faults)> check, CancellationToken cancellation)
    {
        using var answer = await AskAsync(path, cancellation).ConfigureAwait(false);
        var document = await Task.Run(() => read(answer.Body), cancellation).ConfigureAwait(false);
        var (isUsable, faults) = check(document);
        return isUsable
            ? document
            : throw new ClusterException(ClusterFault.BadDocument, $"{answer.Url}: the answer is not what a Marathon says there: {faults}");
    }

    Task<ClusterAnswer> AskAsync(string path, CancellationToken cancellation) =>
        connection.Http.AskAsync(new ClusterRequest(new Uri(root, path)), connection.Ring, cancellation);
}
