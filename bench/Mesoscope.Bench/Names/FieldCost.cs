using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mesoscope.Clusters.Documents;
using Mesoscope.Clusters.State;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Formats;
using Mesoscope.Query.Text;
using ThreadState = Mesoscope.Machine.Threads.ThreadState;

namespace Mesoscope.Bench.Names;

/// <summary>A line with the name of the task and the same without it, over threads of many containers in turn.</summary>
static class FieldCost
{
    const int Threads = 1000;
    const int Rounds = 2000;
    const string Line = "*%evt.num %evt.cpu %proc.name (%thread.tid)";

    /// <returns>Nanoseconds per event: of the name, of the whole line.</returns>
    public static double[] Run()
    {
        var machine = MakeMachine();
        var context = new EventContext(machine);
        var threads = Enumerable.Range(1, Threads).Select(i => machine.FindThread(i)!).ToArray();
        var without = LineFormat.Compile(Line, new FieldSession());
        var with = LineFormat.Compile(Line + " %mesos.task.name", new FieldSession());
        Measure(context, threads, without, Rounds / 4);
        Measure(context, threads, with, Rounds / 4);

        // In turn, so that both see the same machine; the least of several is what other programs disturbed least.
        var (least, leastWith) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 5; i++)
        {
            least = Math.Min(least, Measure(context, threads, without, Rounds));
            leastWith = Math.Min(leastWith, Measure(context, threads, with, Rounds));
        }

        return [leastWith - least, leastWith];
    }

    static double Measure(EventContext context, ThreadState[] threads, LineFormat format, int rounds)
    {
        var output = new Utf8Writer();
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var thread in threads)
            {
                context.Thread = thread;
                output.Clear();
                format.TryFormat(context, output);
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / rounds / threads.Length;
    }

    static MachineState MakeMachine()
    {
        var machine = new MachineState();
        machine.BeginSection();
        var tasks = new StringBuilder();
        for (var i = 1; i <= Threads; i++)
        {
            var container = string.Create(CultureInfo.InvariantCulture, $"a9f41620-b165-4d24-abe0-{i:x12}");
            machine.AddThread(new ThreadEntry { Tid = i, Pid = i, Comm = "server"u8.ToArray(), Cgroups = Encoding.ASCII.GetBytes($"freezer=/mesos/{container}\0") });
            tasks.Append(i == 1 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"id":"web.{{i}}","name":"web.shop","state":"TASK_RUNNING","statuses":[{"container_status":{"container_id":{"value":"{{container}}"} } }]}
                """);
        }

        machine.EndSnapshot();
        var cluster = new ClusterState();
        cluster.Take(MasterStateReader.Read(new MemoryStream(Encoding.ASCII.GetBytes($$"""{"frameworks":[{"id":"F","name":"f","active":true,"tasks":[{{tasks}}]}]}"""))));
        machine.UseClusterNames(cluster.Publish());
        return machine.Tasks.Find(machine.FindThread(Threads)!).Task is null ? throw new InvalidOperationException("threads have no task") : machine;
    }
}
