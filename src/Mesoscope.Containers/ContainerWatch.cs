using System.Threading.Channels;
using Mesoscope.Containers.Docker;
using Mesoscope.Containers.Documents;

namespace Mesoscope.Containers;

/// <summary>
/// Finds out about containers in the background. Nothing here makes the caller wait or fail, whatever the runtimes do: those that are
/// absent, slow or talk nonsense are counted and left alone for a while. Safe for several threads.
/// </summary>
public sealed class ContainerWatch : IDisposable
{
    const int WorkerCount = 4;

    readonly ContainerWatchOptions _options;
    readonly RuntimeTable _runtimes;
    readonly Channel<PendingRequest> _requests;
    readonly AnswerQueue _answers;
    readonly EndQueue _ends;
    readonly RequestTable _known;
    readonly Tally _tally = new();
    readonly CancellationTokenSource _end = new();

    /// <summary>Starts to listen to the runtimes that are there.</summary>
    /// <param name="options">Where they are; null for the usual places.</param>
    public ContainerWatch(ContainerWatchOptions? options = null)
    {
        _options = options ?? new ContainerWatchOptions();
        _runtimes = new RuntimeTable(_options);
        _known = new RequestTable(_options.MaxContainers);
        _answers = new AnswerQueue(_options.MaxAnswers, _tally);
        _ends = new EndQueue(_options.MaxAnswers);
        _requests = Channel.CreateBounded<PendingRequest>(_options.MaxRequests);
        for (var i = 0; i < WorkerCount; i++)
        {
            _ = Task.Run(WorkAsync);
        }

        foreach (var runtime in _runtimes.OfMachine)
        {
            _ = Task.Run(() => ListenAsync(runtime));
        }
    }

    /// <summary>What happened so far.</summary>
    public WatchCounters Counters => _tally.Read();

    /// <summary>Asks for a container, unless that was done before. Never waits.</summary>
    /// <returns>Whether an answer will come. False when it came or is on its way, the id is none, or too many wait.</returns>
    public bool Request(ContainerRequest request) =>
        ContainerId.IsValid(request.Id) && _known.Add(request.Id) && Enqueue(new PendingRequest(request));

    /// <summary>Whether there is an answer to take. Cheap enough to be looked at for each event.</summary>
    public bool HasAnswer => _answers.HasAny;

    /// <summary>Takes an answer, or what a runtime told of its own accord; false when there is none. Never waits.</summary>
    public bool TryTake(out ContainerAnswer answer) => _answers.TryTake(out answer);

    /// <summary>Takes how a container ended, in the order in which runtimes tell; false when there is none. Never waits.</summary>
    public bool TryTakeEnd(out ContainerEnd end) => _ends.TryTake(out end);

    /// <summary>Waits for an answer.</summary>
    /// <param name="limit">How long.</param>
    /// <returns>Whether there is one to take.</returns>
    public bool WaitForAnswer(TimeSpan limit) => _answers.Wait(limit);

    /// <summary>Ends all work; does not wait for it.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _requests.Writer.TryComplete();
        _runtimes.Dispose();
    }

    bool Enqueue(PendingRequest pending)
    {
        if (_requests.Writer.TryWrite(pending))
        {
            return true;
        }

        _tally.Refused();
        _known.Remove(pending.Request.Id);
        return false;
    }

    async Task WorkAsync()
    {
        try
        {
            await foreach (var pending in _requests.Reader.ReadAllAsync(_end.Token).ConfigureAwait(false))
            {
                await AskAsync(pending).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The watch has ended.
        }
    }

    async Task AskAsync(PendingRequest pending)
    {
        var mayComeLater = false;
        foreach (var runtime in _runtimes.For(pending.Request))
        {
            var (kind, facts) = await runtime.InspectAsync(pending.Request.Id, _end.Token).ConfigureAwait(false);
            _tally.Add(kind);
            if (facts is not null)
            {
                Publish(facts);
                return;
            }

            mayComeLater |= kind != ReplyKind.NotFound;
        }

        if (pending is { Retries: 0, IsNews: false })
        {
            Publish(RuntimeTable.WithoutRuntime(pending.Request));
        }

        if (mayComeLater && pending.Retries < _options.MaxRetries)
        {
            _ = RetryAsync(pending with { Retries = pending.Retries + 1 });
        }
    }

    async Task RetryAsync(PendingRequest pending)
    {
        try
        {
            await Task.Delay(Delay(pending.Retries), _options.Clock, _end.Token).ConfigureAwait(false);
            Enqueue(pending);
        }
        catch (OperationCanceledException)
        {
            // The watch has ended.
        }
    }

    async Task ListenAsync(DockerEndpoint runtime)
    {
        try
        {
            for (var failures = 1; ; failures++)
            {
                try
                {
                    if (runtime.IsPresent)
                    {
                        await runtime.ListenAsync(change => OnChange(runtime.Type, change), () => _tally.Add(ReplyKind.Nonsense), _end.Token).ConfigureAwait(false);
                        failures = 0;
                    }
                }
                catch (IOException)
                {
                    // Tried again below.
                }

                await Task.Delay(Delay(failures), _options.Clock, _end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The watch has ended.
        }
    }

    // A container that is just being made is asked for before its first event comes. While it is started the runtime answers nobody who
    // asks, and what it runs may have ended by then: so the little that the news itself tells goes first.
    void OnChange(int type, DockerChange change)
    {
        if (change.IsDeath)
        {
            _ends.Add(change.Id, change.ExitStatus);
            return;
        }

        if (change.IsOutOfMemory)
        {
            _ends.AddOutOfMemory(change.Id);
            return;
        }

        if (change.IsEnd)
        {
            _known.Remove(change.Id);
            return;
        }

        _known.Add(change.Id);
        if (change.IsBeginning && change.Sketch(type) is { Name.Length: > 0 } sketch)
        {
            Publish(sketch);
        }

        Enqueue(new PendingRequest(new ContainerRequest(type, change.Id, "")) { IsNews = true });
    }

    void Publish(ContainerFacts facts)
    {
        var json = DocumentWriter.Write(facts);
        if (_known.IsNew(facts.Id, json))
        {
            _answers.Add(new ContainerAnswer(facts.Id, json, facts.IsSuccessful));
        }
    }

    TimeSpan Delay(int failures) => _options.RetryDelay * Math.Min(1 << Math.Min(Math.Max(failures - 1, 0), 6), 60);
}
