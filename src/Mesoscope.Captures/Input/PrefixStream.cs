namespace Mesoscope.Captures.Input;

/// <summary>A stream that cannot go back, with the bytes that were looked at put before it again.</summary>
sealed class PrefixStream(byte[] prefix, Stream rest) : ForwardStream
{
    int _at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(prefix.Length - _at, buffer.Length);
        if (count == 0)
        {
            return rest.Read(buffer);
        }

        prefix.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
