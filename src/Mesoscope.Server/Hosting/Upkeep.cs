using Mesoscope.Server.Catalog;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;
using Microsoft.Extensions.Hosting;

namespace Mesoscope.Server.Hosting;

// What has to be looked after now and then.
sealed class Upkeep(AgentRegistry agents, EntityCatalog catalog, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    const int TrimEvery = 12;

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
                }
            }
            catch (StoreException)
            {
                // The store tells of its trouble itself; what was not written comes with the next round.
            }
        }
    }

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
