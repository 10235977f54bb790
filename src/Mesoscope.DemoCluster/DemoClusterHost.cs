using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Marathons;
using Mesoscope.DemoCluster.Masters;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Operations;
using Mesoscope.DemoCluster.Population;

namespace Mesoscope.DemoCluster;

/// <summary>A running demo cluster: masters, Marathons and Mesos agents on loopback ports. Dispose stops all of it.</summary>
public sealed class DemoClusterHost : IAsyncDisposable, IDisposable
{
    readonly DemoClusterOptions _options;
    readonly Cluster _cluster;
    readonly Schedule _schedule;
    readonly ClusterOperations _operations;
    readonly MarathonOperations _deployments;
    readonly List<NodeServer> _servers = [];
    readonly MasterNode[] _masters;
    readonly MarathonNode[] _marathons;

    DemoClusterHost(DemoClusterOptions options)
    {
        _options = options;
        _cluster = new Cluster(new ClusterState(""), options.Time);
        _schedule = new Schedule(options.Time);
        var ids = new IdSource(options.Seed);
        _operations = new ClusterOperations(_cluster, ids, new TaskMaker(ids));
        _operations.Runner = new PretendedRunner(_operations);
        _deployments = new MarathonOperations(_operations, _schedule);
        var mesos = new EmulatedMesos(options.MesosVersion);
        _masters = [.. Enumerable.Range(0, options.Masters).Select(i => new MasterNode(_cluster, mesos, i, NewServer($"master-{i}", i), options.Heartbeat, MasterPort))];
        _marathons = [.. Enumerable.Range(0, options.Marathons).Select(i => new MarathonNode(_cluster, i, NewServer($"marathon-{i}", 30 + i), LeadingMaster))];
    }

    /// <summary>Addresses of all masters, dead ones too, by number.</summary>
    public IReadOnlyList<Uri> MasterAddresses => [.. _masters.Select(m => m.Server.Address)];

    /// <summary>Addresses of all Marathons by number.</summary>
    public IReadOnlyList<Uri> MarathonAddresses => [.. _marathons.Select(m => m.Server.Address)];

    /// <summary>Address of the leading master; null while none leads.</summary>
    public Uri? LeaderAddress => LeadingMaster();

    /// <summary>Starts a cluster and returns when every server answers.</summary>
    /// <exception cref="ArgumentException">An option is out of its limits.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<DemoClusterHost> StartAsync(DemoClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Masters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Masters, 9);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Marathons);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Marathons, 9);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Agents, 1);
        var host = new DemoClusterHost(options);
        try
        {
            await host.OpenAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary><see cref="StartAsync"/> for callers that are not asynchronous.</summary>
    public static DemoClusterHost Start(DemoClusterOptions? options = null) => StartAsync(options ?? new DemoClusterOptions()).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _schedule.Dispose();
        _cluster.CutStreams();
        await Task.WhenAll(_servers.Select(s => s.DisposeAsync().AsTask()));
    }

    async Task OpenAsync()
    {
        await Task.WhenAll(_servers.Select(s => s.StartAsync()));
        var size = new PopulationSize(_options.Apps, _options.BatchFrameworks, _options.TasksPerBatchFramework);
        var populator = new Populator(_operations.Ids, _operations.Tasks, size, _cluster.Now);
        var agentPorts = Enumerable.Range(0, _options.Agents).Select(i => 5051).ToList();
        _cluster.Change((_, _) => populator.Make(agentPorts, MarathonAddresses));
    }

    NodeServer NewServer(string name, int offset)
    {
        var server = new NodeServer(name, _options.Port == 0 ? 0 : _options.Port + offset, null, _options.Time);
        _servers.Add(server);
        return server;
    }

    int MasterPort(int number) => _masters[number].Server.Port;

    Uri? LeadingMaster() => _cluster.State.Leader is { } leader ? _masters[leader].Server.Address : null;
}
