namespace Mesoscope.Captures;

/// <summary>How a capture is read.</summary>
public readonly record struct CaptureReaderOptions
{
    /// <summary>After damage, search the next plausible block and go on. Default: false, the first damage ends the reading.</summary>
    public bool Salvage { get; init; }

    /// <summary>Bytes of one piece that is read at a time; 0 for the usual size. Tests use few, so that blocks cross the edges.</summary>
    internal int ChunkBytes { get; init; }
}
