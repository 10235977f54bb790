using System.Threading.Channels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Spool;

/// <summary>
/// Takes batches to the spool in the background, so that a slow disk does not stop the measuring. While the disk takes nothing a few wait in
/// memory, and beyond that new ones are dropped and counted.
/// </summary>
/// <param name="spool">Where to write.</param>
/// <param name="added">Called for each batch that is on the disk.</param>
/// <param name="log">Takes lines about faults.</param>
/// <param name="clock">The time.</param>
sealed class SpoolWriter(BatchSpool spool, Action added, Action<string> log, TimeProvider clock)
{
    // Ten minutes of spans, or one of seconds.
    const int MaxWaiting = 60;

    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    readonly Channel<SampleBatch> _waiting = Channel.CreateBounded<SampleBatch>(MaxWaiting);
    string _fault = "";

    /// <summary>Batches that were lost because the disk took none.</summary>
    public long DroppedBatches { get; private set; }

    /// <summary>Hands over a batch; never waits. False when it is lost.</summary>
    public bool Add(SampleBatch batch)
    {
        if (_waiting.Writer.TryWrite(batch))
        {
            return true;
        }

        DroppedBatches++;
        return false;
    }

    /// <summary>Nothing follows.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/> was called and all is written.</summary>
    /// <param name="end">Ends the waiting for a disk that takes nothing.</param>
    public async Task RunAsync(CancellationToken end)
    {
        await foreach (var batch in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (!TryWrite(batch) && !end.IsCancellationRequested)
            {
                await Task.Delay(s_pause, clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    bool TryWrite(SampleBatch batch)
    {
        try
        {
            spool.Add(batch);
            _fault = "";
            added();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_fault != e.Message)
            {
                _fault = e.Message;
                log($"spool: {e.Message}; what is measured waits in memory, up to {MaxWaiting} batches");
            }

            return false;
        }
    }
}
