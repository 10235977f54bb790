namespace Mesoscope.Clusters.Clients;

/// <summary>One record of a <see cref="RecordReader"/>; ends where the record does.</summary>
sealed class RecordStream(RecordReader reader) : AnswerStream
{
    public override long Length => reader.Length;

    public override long Position
    {
        get => reader.Position;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        reader.ReadAsync(buffer, cancellationToken);
}
