using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Happenings;
using Mesoscope.Agent.Labels;
using Mesoscope.Agent.Masters;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Naming;
using Mesoscope.Agent.Sampling;
using Mesoscope.Agent.Sending;
using Mesoscope.Agent.Spans;
using Mesoscope.Agent.Spool;
using Mesoscope.Containers;
using Mesoscope.Kernel.Counting.Ports;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent;

/// <summary>One life of an agent under one id: measures once a second, and hands a batch to the spool at the end of each span.</summary>
sealed class AgentRun : IDisposable
{
    readonly TimeProvider _clock;
    readonly Action<string> _log;
    readonly MachineFiles _files;
    readonly ICallCounts _calls;
    readonly NodeSampler _sampler;
    readonly NodeStates _states;
    readonly ContainerWatch? _watch;
    readonly ContainerNaming _naming;
    readonly NodeCluster _cluster;
    readonly NodeHappenings _happenings;
    readonly BatchMaker _batches;
    readonly SpoolWriter _writer;
    readonly ServerClient _client;
    readonly SendLoop _sender;
    CountedDelta _drops = new(0);

    public AgentRun(AgentOptions options, string agentId, Action<string> log, TimeProvider clock)
    {
        _clock = clock;
        _log = log;
        _files = MachineFiles.Open(new MachineFolders(options.ProcFolder, options.CgroupFolder, options.RootFolder));
        var missing = new List<string>();
        _calls = CallCountsOpener.Open(options.CountsCalls, missing);
        _sampler = new NodeSampler(_files, _calls, options.MaxContainers, clock);
        _sampler.Sample(TimeSpan.FromSeconds(1), clock.GetUtcNow());
        missing.AddRange(MissingRights.Find(_files, _sampler.Hierarchies));
        missing.ForEach(line => log($"not measured: {line}"));

        var filter = new LabelFilter(options.Labels);
        var hostName = options.HostName.Length > 0 ? options.HostName : HostLabels.FindHostName(_files);
        var hostLabels = HostLabels.Make(agentId, hostName, HostLabels.FindMac(), options.Tags);
        var bootId = MachineNames.ReadBootId(_files.Folders);
        var journal = new EntityJournal();
        // In whole seconds, so that each start of the agent tells the same begin.
        var hostBeginMs = _sampler.Processes.BootTimeMs / 1000 * 1000;
        var host = new HostState(agentId, hostLabels, _sampler.Host, hostBeginMs, journal);
        _states = new NodeStates(
            _sampler,
            journal,
            host,
            new ContainerStates(journal, bootId, host.Entity.Number),
            new ProcessStates(journal, _sampler.Processes.Files, bootId, host.Entity, options.TopProcesses, options.SendsCommandLines),
            new ConnectionStates(journal, host.Entity.Number, options.MaxConnections));
        _watch = options.Runtimes is { } runtimes ? new ContainerWatch(runtimes) : null;
        var labels = new ContainerLabels(filter);
        _naming = new ContainerNaming(_watch, labels, _sampler.Processes.Files, new KeptLabels(Path.Combine(options.DataFolder, "names")));
        _cluster = new NodeCluster(options.Cluster, options.FindsMasters, log, clock);
        _happenings = OpenHappenings(labels);

        var spool = new BatchSpool(Path.Combine(options.DataFolder, "spool"), options.MaxSpoolBytes);
        _client = new ServerClient(options.Server, options.AccessKey, options.Tls, clock);
        _sender = new SendLoop(spool, _client, agentId, log, clock);
        _writer = new SpoolWriter(spool, _sender.Signal, log, clock);
        _batches = new BatchMaker(agentId, hostName, options.Tags, missing, new DropCounts(_calls, _states, _sampler, _happenings, filter, spool, _writer, _sender, _watch), new ClusterReporter(labels, options.ClusterName, clock));
    }

    /// <summary>Measures and sends until the end.</summary>
    public async Task<AgentRunEnd> RunAsync(CancellationToken end)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end);
        var writing = Task.Run(() => _writer.RunAsync(stop.Token), CancellationToken.None);
        var sending = Task.Run(() => _sender.RunAsync(stop.Token), CancellationToken.None);
        try
        {
            await MeasureAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end: what was measured last is handed over below.
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            _writer.Complete();
            await Task.WhenAll(writing, sending).ConfigureAwait(false);
        }

        if (_sender.Conflict.IsCompleted && !end.IsCancellationRequested)
        {
            return AgentRunEnd.Conflict;
        }

        await _sender.FinishAsync().ConfigureAwait(false);
        return AgentRunEnd.Requested;
    }

    public void Dispose()
    {
        _cluster.Dispose();
        _watch?.Dispose();
        _sender.Dispose();
        _client.Dispose();
        _sampler.Dispose();
        _calls.Dispose();
        _files.Dispose();
    }

    NodeHappenings OpenHappenings(ContainerLabels labels)
    {
        var list = new HappeningList();
        var pasts = new ContainerPasts();
        var conflicts = new PortConflicts(list, _sampler, _states, PortHolders.Find);
        return new NodeHappenings(
            list,
            _states,
            pasts,
            conflicts,
            new KernelHappenings(list, _calls, _sampler, _states, pasts, conflicts),
            new ContainerHappenings(list, _watch, pasts),
            new ClusterHappenings(list, _cluster, labels));
    }

    async Task MeasureAsync(CancellationToken end)
    {
        var spans = new SpanClock(_clock);
        try
        {
            while (!_sender.Conflict.IsCompleted)
            {
                await Task.Delay(spans.UntilNext, _clock, end).ConfigureAwait(false);
                Measure(spans);
            }
        }
        finally
        {
            _happenings.EndWaiting();
            Ship(spans.Second);
        }
    }

    void Measure(SpanClock spans)
    {
        var tick = spans.Advance();
        if (tick.Kind == TickKind.Early)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        // The seconds that the tick stands for, not its length to the millisecond: sums over time are then what the kernel counted.
        _sampler.Sample(TimeSpan.FromSeconds(Math.Max(1, tick.Seconds)), now);
        var nowMs = now.ToUnixTimeMilliseconds();
        _states.Update(nowMs);
        _cluster.Update(_sampler.Processes);
        _naming.Update(_states.Containers, _cluster.Names, nowMs);
        _happenings.Update(nowMs);
        if (tick.Kind != TickKind.Whole)
        {
            Ship(tick.FirstSecond);
            _batches.NoteBreak(tick, _log);
            return;
        }

        // Counting costs more than it tells each second.
        _sampler.Host.AgentDrops = SpanClock.IsSpanEnd(spans.Second) ? _drops.Take(_batches.Drops.Total) : 0;
        for (var second = tick.FirstSecond + 1; second <= spans.Second; second++)
        {
            _states.Add(1, tick.Seconds);
            // The first second goes at once: the server then knows the host, and we whether somebody looks.
            if (SpanClock.IsSpanEnd(second) || _sender.IsLive || _batches.IsFirst)
            {
                Ship(second);
            }
        }

        _states.Containers.EndTick();
    }

    void Ship(long endSecond)
    {
        if (_states.Take(endSecond) is { } set)
        {
            var isAll = _batches.IsFirst || _sender.WantsAllEntities;
            _sender.WantsAllEntities = false;
            if (!_writer.Add(_batches.Make(set, _states.Journal, _happenings, _cluster.Names, isAll)))
            {
                // What it told of entities is lost with it.
                _sender.WantsAllEntities = true;
            }
        }
    }
}
