using Mesoscope.Agent.Tests.Sending;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;
using Mesoscope.Samples.Metrics;

namespace Mesoscope.Agent.Tests.EndToEnd;

/// <summary>The real agent on this machine, and a server that looks live at it.</summary>
sealed class RunningAgent : IAsyncDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-agent-");
    readonly CancellationTokenSource _end = new();
    readonly List<string> _log = [];
    readonly Task _run;

    RunningAgent(BatchServer server, Func<AgentOptions, AgentOptions> change)
    {
        Server = server;
        var options = new AgentOptions { Server = server.Address, AccessKey = new Secret(BatchServer.Key), DataFolder = _folder.FullName, FindsMasters = false, Runtimes = null };
        _run = Task.Run(() => AgentHost.RunAsync(change(options), Log, _end.Token));
    }

    public BatchServer Server { get; }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    public static async Task<RunningAgent> StartAsync(Func<AgentOptions, AgentOptions>? change = null)
    {
        var server = await BatchServer.StartAsync();
        server.Answer = static reply => reply.IsLive = true;
        var agent = new RunningAgent(server, change ?? (static options => options));
        await agent.Server.WaitAsync(static batches => batches.Count >= 2);
        return agent;
    }

    /// <summary>The last record of the container of an id.</summary>
    public static EntityRecord? FindContainer(IEnumerable<SampleBatch> batches, string id) =>
        batches.SelectMany(static batch => batch.Entities).LastOrDefault(entity => entity.Kind == EntityKind.Container && Label(entity.Labels, LabelNames.ContainerId) == id);

    /// <summary>The sum of a metric over all spans so far; 0 when there is none.</summary>
    public static double Sum(IEnumerable<SampleBatch> batches, ulong entity, string metric) =>
        batches.SelectMany(static batch => batch.SampleSets).SelectMany(static set => set.Entities).Where(samples => samples.Entity == entity)
            .Sum(samples => samples.Metrics.IndexOf(Number(metric)) is >= 0 and var at ? samples.Sums[at] : 0);

    public static string Label(IEnumerable<Label> labels, string name) => labels.FirstOrDefault(label => label.Name == name)?.Value ?? "";

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Server.DisposeAsync();
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    static uint Number(string metric) => MetricCatalog.TryFind(metric, out var info) ? info.Number : throw new ArgumentException(metric);

    void Log(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }
}
