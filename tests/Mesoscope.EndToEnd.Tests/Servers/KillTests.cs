using System.Globalization;

namespace Mesoscope.EndToEnd.Tests.Servers;

// MESOSCOPE_KILLS says how often; 8 when it is not set.
public sealed class KillTests
{
    const int Senders = 4;

    static readonly int s_kills = int.Parse(Environment.GetEnvironmentVariable("MESOSCOPE_KILLS") ?? "8", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Kill_AtRandomMomentsUnderLoad_LosesNothingAcknowledgedAndDoublesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("mesoscope-kill-");
        try
        {
            using var server = new ServerRun(folder.FullName);
            await server.StartAsync();
            var begin = DateTimeOffset.UtcNow.AddHours(-21).ToUnixTimeMilliseconds() / 10_000 * 10_000;
            var senders = Enumerable.Range(0, Senders).Select(i => new RecordingSender($"agent-{i}", begin, server)).ToList();
            using var end = new CancellationTokenSource();
            var running = senders.Select(s => Task.Run(() => s.RunAsync(end.Token))).ToList();
            var random = new Random();
            for (var kill = 0; kill < s_kills; kill++)
            {
                // A moment in the middle of the load: so many further batches, then some milliseconds.
                await WaitForAsync(senders, senders.Sum(s => s.Acknowledged.Count) + random.Next(1, 120));
                await Task.Delay(random.Next(20));
                server.Kill();
                await server.StartAsync();
            }

            await WaitForAsync(senders, senders.Sum(s => s.Acknowledged.Count) + 20);
            await end.CancelAsync();
            server.Kill();
            await Task.WhenAll(running);
            StoredBatches.Check(folder.FullName, senders);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    static async Task WaitForAsync(List<RecordingSender> senders, int acknowledged)
    {
        var deadline = DateTime.UtcNow.AddSeconds(120);
        while (senders.Sum(s => s.Acknowledged.Count) < acknowledged)
        {
            Assert.True(DateTime.UtcNow < deadline, "the server takes no batches any more");
            await Task.Delay(5);
        }
    }
}
