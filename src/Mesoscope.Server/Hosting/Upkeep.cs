using Mesoscope.Server.Access;
using Mesoscope.Server.Catalog;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Hosting;

// What has to be looked after now and then.
sealed partial class Upkeep(AgentRegistry agents, EntityCatalog catalog, AccessControl access, DropCounts refusals, TimeProvider time, ILogger<Upkeep> log) : BackgroundService
{
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    const int TrimEvery = 12;

    Dictionary<string, ulong> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause, time);
        for (var round = 1; await WaitAsync(timer, stoppingToken).ConfigureAwait(false); round++)
        {
            try
            {
                await agents.CheckAsync().ConfigureAwait(false);
                if (round % TrimEvery == 0)
                {
                    catalog.Trim();
                    await access.Keys.KeepLastUsedAsync().ConfigureAwait(false);
                    TellOfRefusals();
                }
            }
            catch (StoreException)
            {
                // The store tells of its trouble itself; what was not written comes with the next round.
            }
        }
    }

    // Once a minute, however many there were: a log that strangers can fill is none.
    void TellOfRefusals()
    {
        var now = refusals.All;
        var news = now.Select(r => (r.Key, Count: r.Value - _told.GetValueOrDefault(r.Key))).Where(r => r.Count > 0).Select(r => $"{r.Key} {r.Count}").ToList();
        _told = now.ToDictionary(StringComparer.Ordinal);
        if (news.Count > 0)
        {
            LogRefusals(log, string.Join(", ", news));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "refused in the last minute: {Causes}")]
    static partial void LogRefusals(ILogger log, string causes);

    static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken end)
    {
        try
        {
            return await timer.WaitForNextTickAsync(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
