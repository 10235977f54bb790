namespace Mesoscope.Captures.Input;

/// <summary>A piece of the file. The bytes lie behind a headroom that takes the rest of the piece before, so that a block which crosses the edge is whole.</summary>
sealed class Chunk(int headroomBytes, int dataBytes)
{
    /// <summary>The headroom, then the data.</summary>
    public byte[] Buffer { get; } = GC.AllocateUninitializedArray<byte>(headroomBytes + dataBytes);

    /// <summary>Where the data begin.</summary>
    public int Start => headroomBytes;

    /// <summary>How many bytes of data there are; 0 only at the end of the file.</summary>
    public int Count { get; set; }

    /// <summary>Bytes of the file, as stored, that had been read when the piece was full.</summary>
    public long StoredPosition { get; set; }

    /// <summary>What stopped the reading behind these bytes; null while all is well.</summary>
    public Exception? Error { get; set; }
}
