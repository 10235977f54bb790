namespace Mesoscope.DemoCluster.Model;

/// <summary>CPUs, memory and disk in MiB; ports as Mesos writes a range (null = none).</summary>
readonly record struct Resources(double Cpus, double MemoryMebibytes, double DiskMebibytes = 0, string? Ports = null)
{
    public static Resources operator +(Resources left, Resources right) =>
        new(Math.Round(left.Cpus + right.Cpus, 3), left.MemoryMebibytes + right.MemoryMebibytes, left.DiskMebibytes + right.DiskMebibytes, left.Ports ?? right.Ports);
}
