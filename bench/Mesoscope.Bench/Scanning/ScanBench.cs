using System.Diagnostics;
using System.Globalization;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan;

namespace Mesoscope.Bench.Scanning;

/// <summary>Measures how long it takes to read the machine's first state, with iterators and without, while many processes have files open.</summary>
static class ScanBench
{
    const int DescriptorsPerProcess = 10;

    /// <summary>Prints both in turn; root.</summary>
    /// <param name="processes">How many processes are started, each with ten open descriptors.</param>
    /// <param name="runs">How often each way is taken; the best counts.</param>
    public static int Run(int processes, int runs)
    {
        var opens = string.Join(' ', Enumerable.Range(3, DescriptorsPerProcess - 3).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}</etc/passwd")));
        var script = string.Create(CultureInfo.InvariantCulture, $"exec {opens}; i=0; while [ $i -lt {processes} ]; do sleep 1000 & i=$((i+1)); done; echo; wait");
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true })!;
        try
        {
            shell.StandardOutput.ReadLine();
            var best = new Dictionary<bool, (double Begin, double Scan, double Cpu, ScanReport Report)>();
            for (var run = 0; run < runs; run++)
            {
                foreach (var usesIterators in (bool[])[true, false])
                {
                    var now = Measure(usesIterators);
                    if (!best.TryGetValue(usesIterators, out var other) || now.Cpu < other.Cpu)
                    {
                        best[usesIterators] = now;
                    }
                }
            }

            Console.WriteLine("iterators  begin ms  scan ms  processor ms  processes  threads  descriptors");
            foreach (var (_, (begin, scan, cpu, report)) in best)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(report.IsIterated ? "yes" : "no"),9}  {begin,8:F1}  {scan,7:F1}  {cpu,12:F1}  {report.Processes,9}  {report.Threads,7}  {report.Descriptors,11}"));
            }

            return 0;
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }

    // Begin: until the scan can be started and the programs are loaded. Processor time is that of both.
    static (double Begin, double Scan, double Cpu, ScanReport Report) Measure(bool usesIterators)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        using var scan = new MachineScan(new ScanOptions { UsesIterators = usesIterators });
        scan.WaitUntilReady();
        var begin = clock.Elapsed.TotalMilliseconds;
        var report = scan.Read(new NoSink());
        var end = clock.Elapsed.TotalMilliseconds;
        self.Refresh();
        return (begin, end - begin, (self.TotalProcessorTime - cpu).TotalMilliseconds, report);
    }

    sealed class NoSink : ISnapshotSink
    {
        public void BeginSection() { }

        public void AddMachine(MachineEntry machine) { }

        public void AddInterface(InterfaceEntry entry) { }

        public void AddUser(UserEntry user) { }

        public void AddGroup(GroupEntry group) { }

        public void AddThread(ThreadEntry thread) { }

        public void AddDescriptor(long tid, DescriptorEntry descriptor) { }

        public void EndSnapshot() { }
    }
}
