using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Nodes;
using Mesoscope.DemoCluster.Operations;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>Apps, tasks and frameworks.</summary>
sealed class TaskCommands(ClusterNodes nodes, ClusterOperations operations, MarathonOperations deployments)
{
    const int MaxInstances = 1001;

    public IEnumerable<Command> All() =>
    [
        new("deploy", "app=/PATH cmd=COMMAND instances=N docker=IMAGE label=KEY:VALUE marathon=N", "deploys an app (sleep 100000, 1 instance, no image, Marathon 0)", Deploy),
        new("scale", "app=/PATH instances=N marathon=N", "scales an app", Scale),
        new("destroy", "app=/PATH marathon=N", "destroys an app", Destroy),
        new("kill-task", "task=ID", "kills one task; Marathon starts another", KillTask),
        new("unhealthy", "task=ID", "lets a task's health check fail", given => SetHealthy(given, false)),
        new("healthy", "task=ID", "lets it succeed", given => SetHealthy(given, true)),
        new("deactivate", "framework=NAME", "disconnects every framework of this name", given => SetActive(given, false)),
        new("activate", "framework=NAME", "connects them again", given => SetActive(given, true)),
    ];

    int MarathonOf(CommandArguments given) => nodes.Marathons.Count > 0
        ? given.Number("marathon", nodes.Marathons.Count, 0)
        : throw new CommandException("this cluster has no Marathon: start it with --marathons 1 or more");

    static string AppOf(CommandArguments given)
    {
        var id = given.Text("app");
        return id.Length > 1 && id[0] == '/' && id[^1] != '/' && !id.Contains("//", StringComparison.Ordinal)
            ? id
            : throw new CommandException($"app={id}: expected an absolute path such as /shop/web");
    }

    string Deploy(CommandArguments given)
    {
        var id = AppOf(given);
        var image = given.Optional("docker");
        deployments.Deploy(MarathonOf(given), new App(id, given.Number("instances", MaxInstances, 1), "")
        {
            Command = given.Optional("cmd") ?? "sleep 100000",
            Kind = image is null ? ContainerKind.Native : ContainerKind.Docker,
            Image = image,
            Labels = given.Optional("label")?.Split(':', 2) is [var key, var value] ? [new(key, value)] : [],
        });
        return $"{id} is deployed";
    }

    string Scale(CommandArguments given)
    {
        var id = AppOf(given);
        _ = given.Text("instances");
        var instances = given.Number("instances", MaxInstances, 1);
        return deployments.Scale(MarathonOf(given), id, instances) ? $"{id} has {instances} instances" : throw Unknown(id);
    }

    string Destroy(CommandArguments given)
    {
        var id = AppOf(given);
        return deployments.Destroy(MarathonOf(given), id) ? $"{id} is gone" : throw Unknown(id);
    }

    static CommandException Unknown(string id) => new($"no app {id} on this Marathon: GET /demo/cluster names them");

    string KillTask(CommandArguments given)
    {
        var id = given.Text("task");
        return operations.Kill(id) ? $"task {id} was told to end" : throw new CommandException($"no live task {id}");
    }

    string SetHealthy(CommandArguments given, bool isHealthy)
    {
        var id = given.Text("task");
        return operations.SetHealthy(id, isHealthy)
            ? $"task {id} is {(isHealthy ? "healthy" : "unhealthy")}"
            : throw new CommandException($"no running task {id}");
    }

    string SetActive(CommandArguments given, bool active)
    {
        var name = given.Text("framework");
        return operations.SetActive(name, active) is > 0 and var count
            ? $"{count} frameworks {name} are {(active ? "active" : "inactive")}"
            : throw new CommandException($"no framework is named {name}");
    }
}
