using System.Globalization;
using Mesoscope.Samples.Messages;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Ingest;

/// <summary>Takes batches: once each, whole or not at all. Safe for several threads.</summary>
public sealed class BatchIngest
{
    const int MaxAgentIdLength = 128;

    readonly IStore _store;
    readonly EntityCatalog _catalog;
    readonly AgentRegistry _agents;
    readonly ILiveInterest _live;
    readonly TimeProvider _time;
    readonly SampleTranslator _samples;
    readonly HappeningTranslator _happenings;

    /// <summary>Makes one.</summary>
    public BatchIngest(IStore store, EntityCatalog catalog, AgentRegistry agents, ILiveInterest live, IngestOptions options, TimeProvider time)
    {
        (_store, _catalog, _agents, _live, _time) = (store, catalog, agents, live, time);
        _samples = new SampleTranslator(catalog, options, time);
        _happenings = new HappeningTranslator(catalog, new LabelReader(new EntityLimits()), options, time);
    }

    // Takes a batch.
    internal async Task<BatchReply> TakeAsync(SampleBatch batch, long receivedMilliseconds, CancellationToken cancellation)
    {
        Check(batch);
        var agent = _agents.Of(batch.AgentId);
        await agent.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!agent.Rate.TryTake(receivedMilliseconds))
            {
                throw new BatchRejectedException(StatusCodes.Status429TooManyRequests, "too many batches", $"agent {batch.AgentId} sends more batches than the server takes of one agent", 1);
            }

            CheckOwner(agent, batch, receivedMilliseconds);
            if (!agent.Stored.Contains(batch.Sequence))
            {
                await StoreAsync(agent, batch, receivedMilliseconds).ConfigureAwait(false);
            }

            return new BatchReply
            {
                AcknowledgedSequence = agent.Stored.LastWith(batch.Sequence),
                IsLive = _live.IsLive(batch.AgentId),
                WantsAllEntities = _catalog.WantsAll(batch.AgentId),
            };
        }
        finally
        {
            agent.Gate.Release();
        }
    }

    async Task StoreAsync(AgentState agent, SampleBatch batch, long receivedMilliseconds)
    {
        var before = agent.ToDocument();
        try
        {
            agent.SkewMilliseconds = batch.SentTimeMs - receivedMilliseconds;
            agent.ShiftMilliseconds = ClockShift.Next(agent.ShiftMilliseconds, agent.SkewMilliseconds);
            agent.Hear(receivedMilliseconds, _agents.BeginMilliseconds);
            _catalog.Apply(new EntityUpdate(agent.AgentId, batch.Entities, batch.HasAllEntities, Begin(agent, batch), agent.ShiftMilliseconds), agent.Refused);
            if (batch.Cluster is not null)
            {
                _catalog.Apply(batch.Cluster, agent.Refused);
            }

            var (samples, happenings) = (_samples.Translate(agent, batch), _happenings.Translate(agent, batch));
            agent.Add(batch);
            StoreWrite write = new() { Samples = samples, Happenings = happenings, Documents = [new(AgentDocument.Kind, agent.AgentId, agent.ToDocument().ToText())] };

            // Not to be given up half-way when the agent goes away.
            await _catalog.SaveAsync(batch.Cluster is null ? agent.AgentId : null, spans => _store.WriteAsync(write with { Entities = spans })).ConfigureAwait(false);
        }
        catch
        {
            agent.Restore(before);
            throw;
        }
    }

    // From when on a batch's names hold: the begin of what it measured.
    static long Begin(AgentState agent, SampleBatch batch) =>
        agent.ShiftMilliseconds + (batch.SampleSets.Count == 0 ? batch.SentTimeMs : batch.SampleSets[0].TimeMs - (1000L * batch.SampleSets[0].Seconds));

    static void CheckOwner(AgentState agent, SampleBatch batch, long nowMilliseconds)
    {
        var (host, known) = (batch.Report?.HostName ?? "", agent.Report.HostName);
        var isOtherHost = host.Length > 0 && known.Length > 0 && host != known && nowMilliseconds - agent.LastSeenMilliseconds < AgentStatus.StaleAfterMilliseconds;
        if (!isOtherHost && !agent.IsOfAnother(batch))
        {
            if (agent.Conflict.Length > 0 && nowMilliseconds - agent.ConflictMilliseconds > (long)TimeSpan.FromHours(1).TotalMilliseconds)
            {
                agent.Conflict = "";
            }

            return;
        }

        agent.Refused.Add("batch of another agent with the same id");
        agent.ConflictMilliseconds = nowMilliseconds;
        agent.Conflict = string.Create(CultureInfo.InvariantCulture, $"another agent shows the id {agent.AgentId} (on host '{host}', batch {batch.Sequence}): its batches are refused until it has an id of its own");
        throw new BatchRejectedException(
            StatusCodes.Status409Conflict,
            "agent id in use",
            $"batch {batch.Sequence} of agent {agent.AgentId} from host '{host}' is not the one that host '{known}' sent with this number: two agents use one id, or a data folder is an old copy. Give this agent an id of its own: end it, remove the id from its data folder, start it");
    }

    static void Check(SampleBatch batch)
    {
        var id = batch.AgentId;
        if (id.Length is 0 or > MaxAgentIdLength || id.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw Invalid($"the agent's id has {id.Length} characters, 1 to {MaxAgentIdLength} printable ones were expected");
        }

        if (batch.Sequence is 0 or > long.MaxValue)
        {
            throw Invalid($"the sequence is {batch.Sequence}, it begins with 1");
        }

        // 2001 to 2286: other clocks are not wrong but another unit.
        if (batch.SentTimeMs is < 1_000_000_000_000 or > 10_000_000_000_000)
        {
            throw Invalid($"the time of sending is {batch.SentTimeMs}, milliseconds since 1970 were expected");
        }
    }

    static BatchRejectedException Invalid(string detail) => new(StatusCodes.Status400BadRequest, "no batch", detail);
}
