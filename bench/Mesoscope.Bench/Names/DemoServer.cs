using System.Diagnostics;
using Mesoscope.DemoCluster;

namespace Mesoscope.Bench.Names;

/// <summary>A demo cluster in a process of its own.</summary>
sealed class DemoServer : IDisposable
{
    /// <summary>The part of <see cref="Child"/> that serves.</summary>
    public const string Part = "demo-server";

    /// <summary>50,000 tasks of 20 frameworks with labels, on 1,000 Mesos agents: about 100 MB.</summary>
    public const string Large = "large";

    /// <summary>As newcomers see it.</summary>
    public const string Usual = "usual";

    /// <summary>1,000 tasks, of a framework and of Marathon.</summary>
    public const string Thousand = "thousand";

    readonly Process _process;

    /// <summary>Starts a cluster and returns when it answers.</summary>
    public DemoServer(string size)
    {
        _process = Child.Start(Part, size);
        var words = _process.StandardOutput.ReadLine()!.Split(' ');
        (Master, Marathon) = (new Uri(words[0]), new Uri(words[1]));
    }

    public Uri Master { get; }

    public Uri Marathon { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Serves until standard input ends.</summary>
    public static double[] Serve(string[] words)
    {
        using var cluster = DemoClusterHost.Start(Options(words[0]));
        Console.WriteLine($"{cluster.LeaderAddress} {cluster.MarathonAddresses[0]}");
        while (Console.In.Read() >= 0)
        {
        }

        return [];
    }

    static DemoClusterOptions Options(string size) => size switch
    {
        Large => new DemoClusterOptions { Masters = 1, Marathons = 1, Agents = 1000, BatchFrameworks = 19, TasksPerBatchFramework = 2632, LabelsPerBatchTask = 20 },
        Thousand => new DemoClusterOptions { Masters = 1, Marathons = 1, Apps = 400, BatchFrameworks = 1, TasksPerBatchFramework = 400 },
        _ => new DemoClusterOptions { Masters = 1, Marathons = 1 },
    };
}
