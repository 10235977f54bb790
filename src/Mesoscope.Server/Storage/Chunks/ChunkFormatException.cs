namespace Mesoscope.Server.Storage.Chunks;

/// <summary>Bytes that are no chunk.</summary>
public sealed class ChunkFormatException : Exception
{
    /// <summary>Makes one that says what was found where.</summary>
    /// <param name="offset">Offset of the wrong byte.</param>
    /// <param name="reason">What was found and expected.</param>
    public ChunkFormatException(int offset, string reason)
        : base($"a stored chunk is damaged at byte {offset}: {reason}") => Offset = offset;

    /// <summary>Offset of the wrong byte.</summary>
    public int Offset { get; }
}
