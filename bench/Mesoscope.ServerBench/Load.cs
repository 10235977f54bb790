namespace Mesoscope.ServerBench;

// Every agent sends every ten seconds, each at a moment of its own.
static class Load
{
    // The server's processor time is taken behind the first minute, when everybody has told of everything.
    const int WarmUpSeconds = 60;

    public static async Task RunAsync(ServerProcess server, IReadOnlyList<SimulatedAgent> agents, BenchOptions options)
    {
        if (options.Seconds == 0)
        {
            return;
        }

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds));
        var senders = new Senders(server, agents, isLiveHeeded: false, end.Token);
        await Senders.WaitAsync(TimeSpan.FromSeconds(Math.Min(WarmUpSeconds, options.Seconds / 2)), end.Token);
        var (begin, processor) = (DateTime.UtcNow, server.ProcessorSeconds);
        senders.Forget();
        await senders.Done;
        var seconds = (DateTime.UtcNow - begin).TotalSeconds;
        var answers = senders.Answers();
        var rate = answers.Count / seconds;
        Console.WriteLine($"load: {rate:f1} batches, {rate * options.Containers * MetricModel.All.Length:f0} samples a second for {seconds:f0} s; {senders.Late} late");
        Console.WriteLine($"server: {(server.ProcessorSeconds - processor) / seconds / 2 * 100:f1} % of two cores (target 50), {server.ResidentBytes >> 20} MiB resident, {server.PeakBytes >> 20} MiB at most (target 1024)");
        Console.WriteLine($"acknowledged within: p50 {Percentile.Of(answers, 0.5):f1} ms, p99 {Percentile.Of(answers, 0.99):f1} ms");
    }
}
