namespace Mesoscope.ServerBench;

// Agents that send until they are ended: every ten seconds, or every second while the server asks for it.
sealed class Senders
{
    readonly ServerProcess _server;
    readonly bool _isLiveHeeded;
    readonly List<double> _answers = [];
    int _late;
    long _batches;

    // isLiveHeeded: false for agents that send every ten seconds whatever the server asks for.
    public Senders(ServerProcess server, IReadOnlyList<SimulatedAgent> agents, bool isLiveHeeded, CancellationToken end)
    {
        (_server, _isLiveHeeded) = (server, isLiveHeeded);
        Done = Task.WhenAll(agents.Select((agent, i) => Task.Run(() => SendAsync(agent, new Random(i), end))));
    }

    public Task Done { get; }

    // Batches that were due before the one before was answered.
    public int Late => Volatile.Read(ref _late);

    public long Batches => Interlocked.Read(ref _batches);

    // Milliseconds until batches were acknowledged, in order of length.
    public List<double> Answers()
    {
        lock (_answers)
        {
            return [.. _answers.Order()];
        }
    }

    public void Forget()
    {
        lock (_answers)
        {
            _answers.Clear();
        }
    }

    public static async Task WaitAsync(TimeSpan time, CancellationToken end)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(time, end));
        }
    }

    async Task SendAsync(SimulatedAgent agent, Random random, CancellationToken end)
    {
        using var sender = new Sender(_server.Address, _server.Key);
        await WaitAsync(TimeSpan.FromMilliseconds(random.Next(10_000)), end);
        for (var due = DateTime.UtcNow; !end.IsCancellationRequested;)
        {
            var length = _isLiveHeeded && sender.IsLive ? 1 : 10;
            var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            var took = await sender.SendAsync(agent.Next(now, [now / 1000 / length * length * 1000], length));
            Interlocked.Increment(ref _batches);
            lock (_answers)
            {
                _answers.Add(took);
            }

            due = due.AddSeconds(_isLiveHeeded && sender.IsLive ? 1 : 10);
            if (due < DateTime.UtcNow)
            {
                Interlocked.Increment(ref _late);
                due = DateTime.UtcNow;
            }

            await WaitAsync(due - DateTime.UtcNow, end);
        }
    }
}
