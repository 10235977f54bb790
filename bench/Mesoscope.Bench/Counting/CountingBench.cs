using System.Diagnostics;
using System.Globalization;
using Mesoscope.Kernel;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Bench.Counting;

// Counts in the kernel and reads once a second, as an agent does, until the time is over or standard input ends; then says what reading cost.
static class CountingBench
{
    public static int Run(int seconds, bool measuresTime)
    {
        try
        {
            using var counting = KernelCounting.Open(new CountingOptions { MeasuresTime = measuresTime });
            Console.WriteLine("ready");
            Measure(counting, seconds);
            return 0;
        }
        catch (LiveCaptureException e)
        {
            Console.Error.WriteLine($"counting: {e.Message}");
            return 1;
        }
    }

    static void Measure(KernelCounting counting, int seconds)
    {
        // The first reads compile the code.
        var sums = new Sums();
        var queues = new List<ListenQueue>();
        for (var i = 0; i < 20; i++)
        {
            Read(counting, sums, queues);
        }

        sums = new Sums();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        for (var i = 1; i <= seconds; i++)
        {
            var wait = TimeSpan.FromSeconds(i) - watch.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                Thread.Sleep(wait);
            }

            Read(counting, sums, queues);
        }

        process.Refresh();
        var spent = process.TotalProcessorTime - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sums.Calls / watch.Elapsed.TotalSeconds / 1e6:F2} M calls/s, {sums.Processes / (double)seconds:F0} processes/read, {spent.TotalMilliseconds / seconds:F2} ms/read, {spent / watch.Elapsed:P2} of a core, {process.WorkingSet64 >> 20} MB, {counting.Drops}"));
    }

    static void Read(KernelCounting counting, Sums sums, List<ListenQueue> queues)
    {
        counting.Read(sums);
        counting.ReadQueues(queues);
        while (counting.TryTake(out _))
        {
        }
    }

    sealed class Sums : ICounterSink
    {
        public ulong Calls { get; private set; }

        public ulong Processes { get; private set; }

        public void OnProcess(in ProcessCounters c) => Processes++;

        public void OnControlGroup(in ControlGroupCounters c) => Calls += c.Activity.Calls;

        public void OnConnection(in ConnectionCounters c)
        {
        }

        public void OnError(ulong controlGroup, int errorNumber, ulong count)
        {
        }
    }
}
