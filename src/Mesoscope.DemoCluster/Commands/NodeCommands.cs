using Mesoscope.DemoCluster.Access;
using Mesoscope.DemoCluster.Faults;
using Mesoscope.DemoCluster.Model;
using Mesoscope.DemoCluster.Nodes;
using Mesoscope.DemoCluster.Operations;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>Faults, Mesos agents, Marathons and sign-in tokens.</summary>
sealed class NodeCommands(ClusterNodes nodes, ClusterOperations operations, Schedule schedule, FaultTable faults, TokenDesk desk)
{
    // Seen on Mesos 1.12-dev: five pings of 15 s.
    const double UnreachableSeconds = 75;

    public IEnumerable<Command> All() =>
    [
        new("break", "node=NAME fault=KIND path=PREFIX for=SECONDS", $"puts a fault on a server, for ever or for a time; kinds: {string.Join(' ', FaultNames.All)}", Break),
        new("heal", "node=NAME", "takes all faults off a server (off all)", Heal),
        new("kill-agent", "agent=N unreachable-after=SECONDS", "cuts a Mesos agent off; its tasks become unreachable after a while (75)", KillAgentAsync),
        new("return-agent", "agent=N", "lets it come back with its tasks", ReturnAgentAsync),
        new("kill-marathon", "marathon=N", "closes the port of a Marathon (0)", KillMarathonAsync),
        new("start-marathon", "marathon=N", "starts it again", StartMarathonAsync),
        new("expire-tokens", "", "makes every DC/OS token invalid", _ => ExpireTokens()),
    ];

    string Break(CommandArguments given)
    {
        var node = given.Text("node");
        if (nodes.Servers.All(s => s.Name != node))
        {
            throw new CommandException($"node={node}: expected one of {string.Join(' ', nodes.Servers.Select(s => s.Name))}");
        }

        var kind = FaultNames.Find(given.Text("fault")) ?? throw new CommandException($"fault={given.Text("fault")}: expected one of {string.Join(' ', FaultNames.All)}");
        var fault = new Fault(node, given.Optional("path") ?? "/", kind);
        var time = given.Seconds("for", 0);
        faults.Add(fault);
        if (time > TimeSpan.Zero)
        {
            schedule.After(time, () => faults.Remove(fault));
        }

        return $"{node} has the fault {FaultNames.Of(kind)} on {fault.PathPrefix}" + (time > TimeSpan.Zero ? $" for {time.TotalSeconds} s" : "");
    }

    string Heal(CommandArguments given)
    {
        faults.Clear(given.Optional("node"));
        return $"{given.Optional("node") ?? "every server"} is well";
    }

    string AgentOf(CommandArguments given, out int number)
    {
        number = given.Number("agent", operations.Cluster.State.Agents.Count, 0);
        return AgentIds.Of(operations.Cluster.State.Id, number);
    }

    async Task<string> KillAgentAsync(CommandArguments given)
    {
        var id = AgentOf(given, out var number);
        var after = given.Seconds("unreachable-after", UnreachableSeconds);
        operations.Disconnect(id);
        if (number < nodes.Agents.Count)
        {
            await nodes.Agents[number].Server.StopAsync();
        }

        if (after > TimeSpan.Zero)
        {
            schedule.After(after, () => operations.MakeUnreachable(id));
        }
        else
        {
            operations.MakeUnreachable(id);
        }

        return $"agent {number} ({id}) is cut off";
    }

    async Task<string> ReturnAgentAsync(CommandArguments given)
    {
        var id = AgentOf(given, out var number);
        if (number < nodes.Agents.Count)
        {
            await nodes.Agents[number].Server.StartAsync();
        }

        operations.Reconnect(id);
        return $"agent {number} ({id}) is back";
    }

    int MarathonOf(CommandArguments given) => nodes.Marathons.Count > 0
        ? given.Number("marathon", nodes.Marathons.Count, 0)
        : throw new CommandException("this cluster has no Marathon: start it with --marathons 1 or more");

    async Task<string> KillMarathonAsync(CommandArguments given)
    {
        var number = MarathonOf(given);
        await nodes.Marathons[number].Server.StopAsync();
        return $"marathon {number} is dead";
    }

    async Task<string> StartMarathonAsync(CommandArguments given)
    {
        var number = MarathonOf(given);
        await nodes.Marathons[number].Server.StartAsync();
        return $"marathon {number} is running";
    }

    string ExpireTokens()
    {
        desk.ExpireAll();
        return "every token has expired";
    }
}
