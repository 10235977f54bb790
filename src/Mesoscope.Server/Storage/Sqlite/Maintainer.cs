using Mesoscope.Server.Storage.Heads;

namespace Mesoscope.Server.Storage.Sqlite;

// Seals, rolls up and deletes, all the time and in small pieces.
sealed class Maintainer(SqliteWriter writer, Head head, Sealer sealer, RollUp rollUp, Expiry expiry, SqliteMetrics metrics, SqliteStoreOptions options)
{
    // Chunks that are sealed in one transaction; batches of agents come in between.
    const int ChunksAtOnce = 100;

    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    const int SweepEvery = 5, RollUpEvery = 15, ExpireEvery = 60;

    // Runs until it is ended.
    public async Task RunAsync(CancellationToken end)
    {
        for (var round = 0; !end.IsCancellationRequested; round++)
        {
            try
            {
                if (round % SweepEvery == 0)
                {
                    await SweepAsync(end).ConfigureAwait(false);
                }

                await SealFullAsync(end).ConfigureAwait(false);
                if (round % RollUpEvery == 0)
                {
                    await rollUp.RunAsync(Now(), end).ConfigureAwait(false);
                }

                if (round % ExpireEvery == 0)
                {
                    await expiry.RunAsync(Now(), end).ConfigureAwait(false);
                }

                await Task.Delay(s_pause, end).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException)
            {
                // The writer tells of troubles itself and tries again; here it is enough to come back later.
                await Task.Delay(s_pause, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    // Everything that is due now, once; for tests that have their own clock.
    public async Task RunOnceAsync()
    {
        await SweepAsync(CancellationToken.None).ConfigureAwait(false);
        await SealFullAsync(CancellationToken.None).ConfigureAwait(false);
        await rollUp.RunAsync(Now(), CancellationToken.None).ConfigureAwait(false);
        await expiry.RunAsync(Now(), CancellationToken.None).ConfigureAwait(false);
    }

    long Now() => options.Time.GetUtcNow().ToUnixTimeMilliseconds();

    // On the writing thread, as everything that changes the head.
    ValueTask SweepAsync(CancellationToken end) => writer.WriteAsync(static _ => { }, () => head.Sweep(Now()), end);

    async Task SealFullAsync(CancellationToken end)
    {
        var chunks = new List<HeadChunk>();
        do
        {
            chunks.Clear();
            while (chunks.Count < ChunksAtOnce && head.Full.TryDequeue(out var chunk))
            {
                chunks.Add(chunk);
            }

            await SealAsync(chunks, end).ConfigureAwait(false);
        }
        while (chunks.Count > 0);
    }

    async Task SealAsync(List<HeadChunk> chunks, CancellationToken end)
    {
        var rows = new Dictionary<HeadChunk, byte[]>();
        var done = 0;
        void Write(StatementCache statements)
        {
            // It may run twice, when something else in its transaction failed.
            rows.Clear();
            foreach (var chunk in chunks.Where(c => !c.IsSealed).Distinct())
            {
                rows.Add(chunk, sealer.Write(statements, chunk));
            }

            done = metrics.DoneRows.Count;
            foreach (var row in metrics.DoneRows)
            {
                statements["DELETE FROM journal WHERE id = ?"].Bind(1, row).Run();
            }
        }

        void Finish()
        {
            metrics.DoneRows.RemoveRange(0, done);
            foreach (var (chunk, row) in rows)
            {
                sealer.Finish(chunk, row, Now());
            }

            metrics.DoneRows.AddRange(rows.Keys.SelectMany(c => c.Rows).Distinct().Where(r => r.OpenChunks == 0).Select(r => r.Id));
        }

        try
        {
            await writer.WriteAsync(Write, Finish, end).ConfigureAwait(false);
        }
        catch
        {
            foreach (var chunk in chunks.Where(c => !c.IsSealed))
            {
                head.Full.Enqueue(chunk);
            }

            throw;
        }
    }
}
