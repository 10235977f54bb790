using System.Net;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A server on disks that take nothing.</summary>
public sealed class DataFolderTests
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    [MountFact]
    public async Task Server_OnAFullDisk_SaysSoTakesNothingAndGoesOnWhenThereIsRoom()
    {
        using var disk = new ScratchMount("3m");
        using var server = new ServerRun(disk.Folder);
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var sender = new RecordingSender("a", DateTimeOffset.UtcNow.AddHours(-21).ToUnixTimeMilliseconds() / 10_000 * 10_000, server);
        using var end = new CancellationTokenSource();
        var sending = Task.Run(() => sender.RunAsync(end.Token));
        await WaitAsync("trouble", async () =>
        {
            using var health = await client.GetAsync("healthz");
            return health.StatusCode == HttpStatusCode.ServiceUnavailable && (await health.Content.ReadAsStringAsync()).Contains("is full", StringComparison.Ordinal);
        });
        disk.Change("size=200m");
        await WaitAsync("a server that stores again", async () => (await client.GetAsync("healthz")).IsSuccessStatusCode);
        var acknowledged = sender.Acknowledged.Count;
        await WaitAsync("batches that are taken again", () => Task.FromResult(sender.Acknowledged.Count > acknowledged + 10));
        await end.CancelAsync();
        await sending;
        server.Kill();

        // Nothing that was acknowledged before, between or after is lost.
        StoredBatches.Check(disk.Folder, [sender]);
    }

    [MountFact]
    public async Task Server_OnAReadOnlyMount_DoesNotStartAndSaysWhatToDo()
    {
        using var disk = new ScratchMount("50m");
        using (var server = new ServerRun(disk.Folder))
        {
            await server.StartAsync();
        }

        disk.Change("ro");
        var result = ProgramRun.Run(ProgramRun.Mesoscope, ["server", "--data", disk.Folder, "--listen", "127.0.0.1:0"]);
        Assert.Equal(1, result.Status);
        var line = Assert.Single(result.ErrorLines);
        Assert.Contains(disk.Folder, line, StringComparison.Ordinal);
        Assert.Contains("--data", line, StringComparison.Ordinal);
        Assert.Empty(result.OutputText);
    }

    static async Task WaitAsync(string what, Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow + s_patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < deadline, $"{what} did not come");
            await Task.Delay(50);
        }
    }
}
