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
        var answers = new List<double>();
        var late = 0;
        var running = agents.Select((agent, i) => Task.Run(async () =>
        {
            using var sender = new Sender(server.Address, server.Key);
            var random = new Random(i);
            await WaitAsync(TimeSpan.FromMilliseconds(random.Next(10_000)), end.Token);
            var due = DateTime.UtcNow;
            while (!end.IsCancellationRequested)
            {
                var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                var took = await sender.SendAsync(agent.Next(now, [now / 10_000 * 10_000]));
                lock (answers)
                {
                    answers.Add(took);
                }

                due = due.AddSeconds(10);
                if (due < DateTime.UtcNow)
                {
                    Interlocked.Increment(ref late);
                }

                await WaitAsync(due - DateTime.UtcNow, end.Token);
            }
        })).ToList();

        await WaitAsync(TimeSpan.FromSeconds(Math.Min(WarmUpSeconds, options.Seconds / 2)), end.Token);
        var (begin, processor, before) = (DateTime.UtcNow, server.ProcessorSeconds, answers.Count);
        await Task.WhenAll(running);
        var seconds = (DateTime.UtcNow - begin).TotalSeconds;
        answers.RemoveRange(0, before);
        answers.Sort();
        var rate = answers.Count / seconds;
        Console.WriteLine($"load: {rate:f1} batches, {rate * options.Containers * MetricModel.All.Length:f0} samples a second for {seconds:f0} s; {late} late");
        Console.WriteLine($"server: {(server.ProcessorSeconds - processor) / seconds / 2 * 100:f1} % of two cores (target 50), {server.ResidentBytes >> 20} MiB resident, {server.PeakBytes >> 20} MiB at most (target 1024)");
        Console.WriteLine($"acknowledged within: p50 {At(answers, 0.5):f1} ms, p99 {At(answers, 0.99):f1} ms");
    }

    public static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    static async Task WaitAsync(TimeSpan time, CancellationToken end)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(time, end));
        }
    }
}
