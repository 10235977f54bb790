using Mesoscope.Agent.Calls;
using Mesoscope.Agent.Spans;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Measures;

/// <summary>The metrics that the kernel counts for hosts, containers and processes alike.</summary>
static class CallMetrics
{
    static readonly (string Name, Func<Activity, double> Read)[] s_rows =
    [
        ("syscall.count", static a => a.Calls),
        ("syscall.error.count", static a => a.Errors),
        ("file.bytes.in", static a => a.FileBytesIn),
        ("file.bytes.out", static a => a.FileBytesOut),
        ("file.bytes.total", static a => a.FileBytesIn + (double)a.FileBytesOut),
        ("file.iops.in", static a => a.FileReads),
        ("file.iops.out", static a => a.FileWrites),
        ("file.iops.total", static a => a.FileReads + (double)a.FileWrites),
        ("file.time.in", static a => a.FileTimeIn),
        ("file.time.out", static a => a.FileTimeOut),
        ("file.time.total", static a => a.FileTimeIn + (double)a.FileTimeOut),
        ("file.open.count", static a => a.FileOpens),
        ("file.error.open.count", static a => a.FileOpenErrors),
        ("file.error.total.count", static a => a.FileErrors),
        ("net.bytes.in", static a => a.NetBytesIn),
        ("net.bytes.out", static a => a.NetBytesOut),
        ("net.bytes.total", static a => a.NetBytesIn + (double)a.NetBytesOut),
        ("net.connection.count.in", static a => a.ConnectionsIn),
        ("net.connection.count.out", static a => a.ConnectionsOut),
        ("net.connection.count.total", static a => a.ConnectionsIn + (double)a.ConnectionsOut),
        ("net.error.count", static a => a.NetErrors),
        ("net.time.total", static a => a.NetTime),
        ("net.iops.total", static a => a.NetOperations),
    ];

    /// <summary>Their rows for a kind of thing.</summary>
    /// <typeparam name="T">What is measured of it.</typeparam>
    /// <param name="find">Its calls.</param>
    /// <param name="without">Those that the kind measures in a way of its own.</param>
    public static IEnumerable<MetricRow<T>> Of<T>(Func<T, CallCounts> find, params string[] without) =>
        s_rows.Where(row => !without.Contains(row.Name)).Select(row => new MetricRow<T>(row.Name, measured => find(measured).Of(row.Read)));
}
