namespace Mesoscope.Captures.Input;

/// <summary>
/// A compressed stream that can tell whether it ended where a gzip member ends. The decompressor does not say: it takes a cut file
/// for a finished one. So it is given one more member with known content; only behind a whole file does that content come out.
/// </summary>
sealed class EndProbeStream(Stream stored) : ForwardStream
{
    // The text "end" as a gzip member with one stored block.
    static ReadOnlySpan<byte> Member =>
    [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 3, 0, 0xFC, 0xFF, (byte)'e', (byte)'n', (byte)'d', 0xB1, 0x33, 0xFC, 0x00, 3, 0, 0, 0,
    ];

    bool _isProbing;
    bool _isAsked;

    /// <summary>Asks, after the last byte, whether the compressed data were whole. Bytes of another kind behind them do not count.</summary>
    public bool IsWhole(Stream decompressor)
    {
        Span<byte> end = stackalloc byte[16];
        _isProbing = true;
        try
        {
            var count = decompressor.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
            return !_isAsked || end[..count].SequenceEqual("end"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (!_isProbing)
        {
            return stored.Read(buffer);
        }

        if (_isAsked || buffer.Length < Member.Length)
        {
            return 0;
        }

        _isAsked = true;
        Member.CopyTo(buffer);
        return Member.Length;
    }
}
