using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Population;

/// <summary>What every demo cluster runs on its first Marathon: a small shop with the troubles that the product is for.</summary>
static class Scene
{
    /// <summary>A port that Marathon chooses for each task.</summary>
    public const int AnyPort = 0;

    public static IEnumerable<App> Apps(string version, PopulationSize size)
    {
        var withDocker = size.WithDocker || !size.IsReal;
        yield return new App("/shop/db/redis", 1, version)
        {
            Command = Workload.Redis,
            Ports = [6379],
            Labels = [new("tier", "backend"), new("app", "redis")],
            Resources = new(0.2, 64),
        };

        // Wants the port that the native one has: it dies and comes back for ever. Two native ones would be another story than the article's.
        if (withDocker || size.Scene == DemoScene.Cluster)
        {
            yield return new App("/shop/cache/redis", 1, version)
            {
                Command = Workload.Redis,
                Kind = withDocker ? ContainerKind.Docker : ContainerKind.Native,
                Image = withDocker ? Workload.RedisImage : null,
                Ports = [6379],
                Labels = [new("tier", "backend"), new("app", "redis")],
                Resources = new(0.2, 64),
            };
        }

        yield return new App("/shop/web", 2, version)
        {
            Command = Workload.Web,
            Ports = [AnyPort],
            Labels = [new("tier", "front"), new("HAPROXY_GROUP", "external"), new("owner", "shop team")],
            Resources = new(0.3, 128),
        };
        yield return new App("/shop/load", 1, version) { Command = Workload.Load, Labels = [new("tier", "test")] };
        yield return new App("/lab/leak", 1, version) { Command = Workload.Leak, Labels = [new("tier", "lab")], Resources = new(0.1, 128) };
    }

    public static Pod CheckoutPod(string version) => new("/shop/checkout", 1, version)
    {
        Labels = [new("tier", "front")],
        Containers =
        [
            new("app", "while true; do sleep 2; done", new(0.1, 32)),
            new("sidecar", "while true; do sleep 3; done", new(0.1, 32)),
        ],
    };
}
