using Mesoscope.Agent.Tests.Sending;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.EndToEnd;

public sealed class AgentOnThisMachineTests
{
    [Fact]
    public async Task RunAsync_LiveServer_SendsEverySecondAndTheRestAtTheEnd()
    {
        await using var server = await BatchServer.StartAsync();
        server.Answer = static reply => reply.IsLive = true;
        var folder = Directory.CreateTempSubdirectory("agent-");
        using var end = new CancellationTokenSource();
        var log = new List<string>();
        var options = new AgentOptions { Server = server.Address, AccessKey = new Secret(BatchServer.Key), DataFolder = folder.FullName };
        var run = AgentHost.RunAsync(options, line => { lock (log) { log.Add(line); } }, end.Token);
        var batches = await server.WaitAsync(batches => batches.Sum(batch => batch.SampleSets.Count) >= 5);
        await end.CancelAsync();
        await run;
        Assert.True(batches[0].HasAllEntities);
        Assert.Contains(batches[0].Entities, entity => entity.Kind == EntityKind.Host);
    }
}
