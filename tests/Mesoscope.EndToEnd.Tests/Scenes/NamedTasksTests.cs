using Mesoscope.EndToEnd.Tests.Clusters;
using Mesoscope.EndToEnd.Tests.Live;

namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>Real tasks of the demo cluster, native and in Docker, captured live and named while the cluster changes.</summary>
[Collection(SharedMachine.Name)]
public sealed class NamedTasksTests
{
    const string Fields = "%proc.name %container.type task=%mesos.task.name app=%marathon.app.id";

    [DockerFact]
    public void Trace_OfTasksOfACluster_NamesThemThroughAFailOver()
    {
        using var docker = new DockerDaemon();
        using var demo = new DemoProcess("--run");
        using var live = new LiveRun([.. demo.Masters.SelectMany(static master => new[] { "-m", master }), "-p", "*" + Fields, "proc.name=redis-server or (proc.name=late-app and evt.type=execve and evt.dir=<)"]);

        var (native, inDocker) = (false, false);
        while (!native || !inDocker)
        {
            var line = Read(live);
            native |= line.EndsWith("redis-server mesos task=redis.db.shop app=/shop/db/redis", StringComparison.Ordinal);
            inDocker |= line.EndsWith("redis-server docker task=redis.cache.shop app=/shop/cache/redis", StringComparison.Ordinal);
        }

        demo.Command("fail-over");
        demo.Command("deploy?app=/scene/late&cmd=" + Uri.EscapeDataString("cp /bin/sleep late-app; while true; do ./late-app 0.1; done"));

        // How soon, the bench of names measures.
        while (!Read(live).EndsWith("late-app mesos task=late.scene app=/scene/late", StringComparison.Ordinal))
        {
        }

        live.Signal("INT");
        live.Output.ReadToEnd();
        var (status, error) = live.Wait();
        Assert.Equal(0, status);
        Assert.DoesNotContain("lost", error, StringComparison.OrdinalIgnoreCase);
    }

    static string Read(LiveRun live) => live.Output.ReadLine() ?? throw new InvalidOperationException($"the capture ended: {live.Wait().Error}");
}
