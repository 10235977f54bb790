namespace Mesoscope.DemoCluster.Documents;

/// <summary>Which master a document speaks for, and which one leads (0 = none does).</summary>
sealed record MasterIdentity(EmulatedMesos Mesos, int Port, int LeaderPort, double StartTime)
{
    public string ProcessName => NameOf(Port);

    public static string NameOf(int port) => $"master@127.0.0.1:{port}";
}
