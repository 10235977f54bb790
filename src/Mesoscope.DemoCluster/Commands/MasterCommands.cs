using Mesoscope.DemoCluster.Changes;
using Mesoscope.DemoCluster.Nodes;
using Mesoscope.DemoCluster.Operations;

namespace Mesoscope.DemoCluster.Commands;

/// <summary>Who leads, who dies and who comes back.</summary>
sealed class MasterCommands(ClusterNodes nodes, ClusterOperations operations, Schedule schedule)
{
    // How long a real master takes until all agents are back after its restart.
    const double RecoverySeconds = 60;

    public IEnumerable<Command> All() =>
    [
        new("elect", "master=N", "makes a running master the leader", Elect),
        new("fail-over", "recovery=SECONDS", "kills the leader and elects the next running master, which knows no tasks for some seconds (0)", FailOverAsync),
        new("no-leader", "", "takes the leadership away; masters answer 503 until an election", _ => SetLeader(null)),
        new("kill-master", "master=N", "closes the port and all connections of a master (the leader)", KillAsync),
        new("start-master", "master=N", "starts a killed master as a standby; it leads when nobody else does", StartAsync),
        new("restart-master", "recovery=SECONDS", "restarts the leader, which then knows no tasks for some seconds (60)", RestartAsync),
        new("end-recovery", "", "ends that time at once", _ => EndRecovery()),
    ];

    int Leader => operations.Cluster.State.Leader ?? throw new CommandException("no master leads now: POST /demo/elect?master=0 first");

    int MasterOf(CommandArguments given) => given.Number("master", nodes.Masters.Count, operations.Cluster.State.Leader ?? 0);

    string Elect(CommandArguments given)
    {
        var master = MasterOf(given);
        return nodes.Masters[master].Server.IsRunning
            ? SetLeader(master)
            : throw new CommandException($"master {master} is not running: POST /demo/start-master?master={master} first");
    }

    async Task<string> FailOverAsync(CommandArguments given)
    {
        var old = Leader;
        var next = Enumerable.Range(1, nodes.Masters.Count - 1).Select(i => (old + i) % nodes.Masters.Count).Where(i => nodes.Masters[i].Server.IsRunning).ToList();
        if (next.Count == 0)
        {
            throw new CommandException("no other master is running: POST /demo/start-master first, or start the cluster with --masters 3");
        }

        var recovery = given.Seconds("recovery", 0);
        SetLeader(null);
        await nodes.Masters[old].Server.StopAsync();
        Recover(recovery);
        return SetLeader(next[0]);
    }

    async Task<string> KillAsync(CommandArguments given)
    {
        var master = MasterOf(given);
        if (operations.Cluster.State.Leader == master)
        {
            SetLeader(null);
        }

        await nodes.Masters[master].Server.StopAsync();
        return $"master {master} is dead";
    }

    async Task<string> StartAsync(CommandArguments given)
    {
        var master = MasterOf(given);
        await nodes.Masters[master].Server.StartAsync();
        return operations.Cluster.State.Leader is null ? SetLeader(master) : $"master {master} is a standby";
    }

    async Task<string> RestartAsync(CommandArguments given)
    {
        var leader = Leader;
        var recovery = given.Seconds("recovery", RecoverySeconds);
        await nodes.Masters[leader].Server.StopAsync();
        Recover(recovery);
        await nodes.Masters[leader].Server.StartAsync();
        return $"master {leader} is back and knows no tasks for {recovery.TotalSeconds} s";
    }

    void Recover(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            operations.BeginRecovery();
            schedule.After(time, operations.EndRecovery);
        }
    }

    string EndRecovery()
    {
        operations.EndRecovery();
        return "the leader knows everything again";
    }

    string SetLeader(int? master)
    {
        operations.Cluster.Change((state, events) =>
        {
            if (state.Leader is not null && state.Leader != master)
            {
                events.Add(new LeadershipLost());
            }

            return state with { Leader = master, ElectedTime = operations.Cluster.Now };
        });
        return master is null ? "no master leads" : $"master {master} leads";
    }
}
