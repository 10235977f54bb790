using Mesoscope.DemoCluster.Model;

namespace Mesoscope.DemoCluster.Population;

/// <summary>Invents any number of apps in nested groups.</summary>
static class GeneratedApps
{
    static readonly string[] s_departments = ["media", "pay", "search", "ads", "ops"];
    static readonly string[] s_teams = ["blue", "green", "core", "edge"];
    static readonly string[] s_parts = ["api", "worker", "ui", "feed", "index", "mailer"];

    public static App Make(int number, string version, IdSource ids, bool isReal)
    {
        var path = $"/{ids.Choose<string>(s_departments)}/{ids.Choose<string>(s_teams)}";

        // Some groups are deeper than others.
        path += ids.Next(3) == 0 ? "/v" + (1 + ids.Next(3)) : "";
        var part = ids.Choose<string>(s_parts);
        // Images of an invented registry cannot be run.
        var kind = isReal ? ContainerKind.Native : (ContainerKind)ids.Next(3);
        return new App($"{path}/{part}-{number}", 1 + ids.Next(3), version)
        {
            Kind = kind,
            Image = kind == ContainerKind.Native ? null : $"registry.example/{part}:{1 + ids.Next(9)}.{ids.Next(20)}",
            Command = isReal ? "exec sleep 100000" : $"exec ./{part} --shard {number}",
            Labels = [new("part", part), new("stage", ids.Choose("production", "staging"))],
            Resources = new(0.1 * (1 + ids.Next(5)), 32 << ids.Next(4)),
        };
    }
}
