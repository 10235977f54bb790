using System.Security.Cryptography.X509Certificates;
using Mesoscope.DemoCluster.Access;
using Mesoscope.DemoCluster.Agents;
using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Commands;
using Mesoscope.DemoCluster.Documents;
using Mesoscope.DemoCluster.Faults;
using Mesoscope.DemoCluster.Hosting;
using Mesoscope.DemoCluster.Marathons;
using Mesoscope.DemoCluster.Masters;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Nodes;
using Mesoscope.DemoCluster.Operations;
using Mesoscope.DemoCluster.Population;
using Mesoscope.DemoCluster.Processes;
using Mesoscope.DemoCluster.Routers;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster;

/// <summary>A running demo cluster: masters, Marathons, Mesos agents and an admin router on loopback ports. Dispose stops all of it.</summary>
public sealed class DemoClusterHost : IAsyncDisposable, IDisposable
{
    readonly DemoClusterOptions _options;
    readonly Cluster _cluster;
    readonly Schedule _schedule;
    readonly ClusterOperations _operations;
    readonly X509Certificate2? _certificate;
    readonly ClusterNodes _nodes;
    readonly CommandTable _commands;
    readonly ControlPanel _panel;
    ProcessRunner? _processes;
    bool _isDisposed;

    DemoClusterHost(DemoClusterOptions options)
    {
        _options = options;
        _certificate = options.Tls ? DemoCertificate.Make(options.TlsHost) : null;
        _cluster = new Cluster(new ClusterState(""), options.Time);
        _schedule = new Schedule(options.Time);
        var ids = new IdSource(options.Seed, options.Run);
        _operations = new ClusterOperations(_cluster, ids, new TaskMaker(ids));
        _operations.Runner = new PretendedRunner(_operations);
        _ = new BatchOperations(_operations, _schedule);
        var deployments = new MarathonOperations(_operations, _schedule);
        var desk = new TokenDesk(options.TokenLifetime, options.Time);
        var faults = new FaultTable();
        _nodes = MakeNodes(desk);
        _commands = new CommandTable([
            .. new MasterCommands(_nodes, _operations, _schedule).All(),
            .. new TaskCommands(_nodes, _operations, deployments).All(),
            .. new NodeCommands(_nodes, _operations, _schedule, faults, desk).All(),
        ]);
        _panel = new ControlPanel(_nodes, _cluster, _commands);
        GuardNodes(faults);
    }

    /// <summary>Addresses of all masters, dead ones too, by number.</summary>
    public IReadOnlyList<Uri> MasterAddresses => [.. _nodes.Masters.Select(m => m.Server.Address)];

    /// <summary>Addresses of all Marathons by number.</summary>
    public IReadOnlyList<Uri> MarathonAddresses => [.. _nodes.Marathons.Select(m => m.Server.Address)];

    /// <summary>Addresses of the Mesos agents that answer requests, by number.</summary>
    public IReadOnlyList<Uri> AgentAddresses => [.. _nodes.Agents.Select(m => m.Server.Address)];

    /// <summary>Address of the DC/OS admin router.</summary>
    public Uri RouterAddress => _nodes.Router.Server.Address;

    /// <summary>Address of the leading master; null while none leads.</summary>
    public Uri? LeaderAddress => LeadingServer()?.Address;

    /// <summary>The certificate that clients have to trust, as PEM text; null without TLS.</summary>
    public string? CertificatePem => _certificate?.ExportCertificatePem();

    /// <summary>The servers with their addresses, one a line, for people.</summary>
    public string AddressText => _panel.Addresses();

    /// <summary>What the machine made impossible, a sentence for people; empty when everything is there.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Starts a cluster and returns when every server answers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its limits.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="InvalidOperationException">Tasks cannot be run on this machine; the message says why.</exception>
    public static async Task<DemoClusterHost> StartAsync(DemoClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
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

    /// <summary>Does what <c>POST /demo/COMMAND</c> does, without going over the network.</summary>
    /// <param name="command">A command with its arguments, written as in a URL: <c>break?node=master-0&amp;fault=hang</c>. <c>GET /demo</c> lists them.</param>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="InvalidOperationException">There is no such command, or it cannot be done now; the message says what to do.</exception>
    public async Task<string> CommandAsync(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var parts = command.Split('?', 2);
        var query = new QueryString(parts.Length == 1 ? "" : "?" + parts[1]);
        var arguments = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).ToDictionary(q => q.Key, q => q.Value.ToString());
        try
        {
            return await _commands.RunAsync(parts[0], arguments);
        }
        catch (CommandException wrong)
        {
            throw new InvalidOperationException(wrong.Message, wrong);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _schedule.Dispose();
        if (_processes is not null)
        {
            await _processes.DisposeAsync();
        }

        _cluster.CutStreams();
        await Task.WhenAll(_nodes.Servers.Select(s => s.DisposeAsync().AsTask()));
        _certificate?.Dispose();
    }

    async Task OpenAsync()
    {
        await Task.WhenAll(_nodes.Servers.Select(s => s.StartAsync()));
        var docker = _options.Run ? await FindDockerAsync() : null;
        if (_options.Run)
        {
            await PrepareToRunAsync(docker);
        }

        var size = new PopulationSize(_options.Scene, _options.Apps, _options.BatchFrameworks, _options.TasksPerBatchFramework, _options.LabelsPerBatchTask, _options.Run, docker is not null);
        if (_options is { Run: true, Scene: DemoScene.Article } && docker is null)
        {
            Remark = "No Docker daemon answers: the redis in Docker is left out.";
        }

        var populator = new Populator(_operations.Ids, _operations.Tasks, size, _cluster.Now);

        // Agents beyond those that listen are given the next ports, where nobody is.
        var ports = _nodes.Agents.Select(a => a.Server.Port).ToList();
        ports.AddRange(Enumerable.Range(1, _options.Agents - ports.Count).Select(i => ports[^1] + i));
        _cluster.Change((_, _) => populator.Make(ports, MarathonAddresses));
        _operations.LaunchStaged();
    }

    async Task<DockerEngine?> FindDockerAsync() =>
        await DockerEngine.FindAsync(_options.DockerHost) is { } docker && await docker.EnsureImageAsync(Workload.RedisImage) ? docker : null;

    async Task PrepareToRunAsync(DockerEngine? docker)
    {
        var groups = ContainerGroups.OfThisMachine();
        if (!groups.Exist || !Environment.IsPrivilegedProcess)
        {
            throw new InvalidOperationException(groups.Exist
                ? "running real tasks needs root: start the cluster as root, or without --run"
                : "running real tasks needs a mounted cgroup hierarchy (v1 freezer or v2) and /proc/mounts shows none: start the cluster without --run");
        }

        var extra = new Dictionary<string, string>();
        if (_options.Program is { } program)
        {
            extra["MESOSCOPE"] = program;
        }

        if (MarathonAddresses.Count > 0)
        {
            extra["DEMO_MARATHON"] = MarathonAddresses[0].ToString();
        }

        _processes = new ProcessRunner(_operations, groups, docker, new RunLedger(), extra);
        _operations.Runner = _processes;
        await _processes.SweepAsync();
    }

    ClusterNodes MakeNodes(TokenDesk desk)
    {
        var mesos = new EmulatedMesos(_options.MesosVersion);
        var login = new DcosLogin(_options.DcosUser, _options.DcosPassword, _options.DcosServiceAccountKeyPem, desk, _options.Time);
        var targets = new RouterTargets(_options.Masters, LeadingServer, MarathonServer, AgentServer);
        return new ClusterNodes(
            [.. Enumerable.Range(0, _options.Masters).Select(i => new MasterNode(_cluster, mesos, i, NewServer($"master-{i}", i), _options.Heartbeat, MasterPort))],
            [.. Enumerable.Range(0, _options.Marathons).Select(i => new MarathonNode(_cluster, i, NewServer($"marathon-{i}", 30 + i), () => LeaderAddress))],
            [.. Enumerable.Range(0, Math.Min(_options.Agents, DemoClusterOptions.MaxAgentServers)).Select(i => new AgentNode(_cluster, mesos, i, NewServer($"agent-{i}", 100 + i)))],
            new AdminRouter(login, desk, targets, NewServer("router", 60)));
    }

    NodeServer NewServer(string name, int offset) =>
        new(name, _options.Port == 0 ? 0 : _options.Port + offset, _certificate, _options.Time);

    void GuardNodes(FaultTable faults)
    {
        var access = _options.User is { } user ? new BasicAccess(user, _options.Password ?? "") : null;
        foreach (var server in _nodes.Servers)
        {
            var isOpen = access is null || server == _nodes.Router.Server;
            server.Guard(
                answer => _panel.Before(isOpen ? answer : access!.Protect(answer)),
                answer => context => faults.Find(server.Name, context.Request.Path.Value ?? "/") is { } kind
                    ? FaultyAnswer.GiveAsync(context, kind, answer, _options.Time)
                    : answer(context));
        }
    }

    int MasterPort(int number) => _nodes.Masters[number].Server.Port;

    NodeServer? LeadingServer() => _cluster.State.Leader is { } leader ? _nodes.Masters[leader].Server : null;

    // Of two Marathons with one name the first is reached.
    NodeServer? MarathonServer(string name)
    {
        var marathons = _cluster.State.Marathons;
        var number = marathons.TakeWhile(m => m.Name != name).Count();
        return number < marathons.Length ? _nodes.Marathons[number].Server : null;
    }

    NodeServer? AgentServer(string id) => _nodes.Agents.FirstOrDefault(a => a.Id == id)?.Server;
}
