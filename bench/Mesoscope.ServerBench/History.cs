using Microsoft.Data.Sqlite;

namespace Mesoscope.ServerBench;

// Hours of samples that come late, as out of a spool; what they take on the disk is what they would take had they come in time.
static class History
{
    const int SpansPerBatch = 30;

    public static async Task SendAsync(ServerProcess server, IReadOnlyList<SimulatedAgent> agents, BenchOptions options)
    {
        if (agents.Count == 0 || options.Hours == 0)
        {
            return;
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var begin = (now - (options.Hours * 3_600_000L)) / 10_000 * 10_000;
        var spans = (now - begin) / 10_000;
        await Task.WhenAll(agents.Select(agent => Task.Run(async () =>
        {
            using var sender = new Sender(server.Address, server.Key);
            for (var first = 1; first <= spans; first += SpansPerBatch)
            {
                var ends = Enumerable.Range(first, (int)Math.Min(SpansPerBatch, spans - first + 1)).Select(i => begin + (i * 10_000L));
                await sender.SendAsync(agent.Next(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), ends));
            }
        })));
        await SettleAsync(server);
        Report(server, agents.Count * options.Containers, options.Hours / 24.0);
    }

    // Waits until every row of every tier is made.
    static async Task SettleAsync(ServerProcess server)
    {
        var quiet = 0;
        for (var last = -1L; quiet < 4;)
        {
            await Task.Delay(10_000);
            var now = Scalar(server, "SELECT (SELECT count(*) FROM chunk_10s) + (SELECT count(*) FROM chunk_1m) + (SELECT count(*) FROM chunk_10m) + (SELECT count(*) FROM chunk_1h) - (SELECT count(*) FROM stale_chunk)");
            quiet = now == last ? quiet + 1 : 0;
            last = now;
        }
    }

    static void Report(ServerProcess server, int containers, double days)
    {
        foreach (var table in (string[])["chunk_10s", "chunk_1m", "chunk_10m", "chunk_1h"])
        {
            var bytes = (double)Scalar(server, $"SELECT coalesce(sum(length(data)), 0) FROM {table}");
            Console.WriteLine($"{table}: {Scalar(server, $"SELECT count(*) FROM {table}")} rows, {bytes / containers / days / 1024:f0} KiB of contents per container and day");
        }

        var pages = Scalar(server, "SELECT page_count FROM pragma_page_count()") - Scalar(server, "SELECT freelist_count FROM pragma_freelist_count()");
        var all = (double)pages * Scalar(server, "SELECT page_size FROM pragma_page_size()");
        Console.WriteLine($"disk: {all / containers / days / 1e6:f2} MB per container and day, whole database without free pages, {containers} containers over {days * 24:f0} hours (target 2)");
    }

    static long Scalar(ServerProcess server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "mesoscope.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
