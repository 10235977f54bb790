using System.Threading.Channels;

namespace Mesoscope.Server.Live;

/// <summary>Somebody who looks. Who does not take what is sent for some seconds is dropped, so that nothing piles up.</summary>
public sealed class LiveSubscriber : IDisposable
{
    const int MaxWaiting = 128;

    readonly Channel<ReadOnlyMemory<byte>> _events =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    readonly CancellationTokenSource _dropped = new();

    /// <summary>What to send, in order; ends when the subscriber was dropped.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Events => _events.Reader;

    /// <summary>Cancelled when the subscriber was dropped: also a write that waits for it ends then.</summary>
    public CancellationToken Dropped => _dropped.Token;

    // True once it has the tree that values are about.
    internal bool HasTree { get; set; }

    // Half of the room is for what one second brings, so whoever takes something each second has it.
    internal bool IsSlow => _events.Reader.Count > MaxWaiting / 2;

    internal bool TrySend(ReadOnlyMemory<byte> data) => _events.Writer.TryWrite(data);

    internal void Close() => _events.Writer.TryComplete();

    internal void Drop()
    {
        Close();
        _dropped.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _dropped.Dispose();
}
