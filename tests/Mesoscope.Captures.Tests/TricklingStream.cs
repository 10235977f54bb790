using Mesoscope.Captures.Input;

namespace Mesoscope.Captures.Tests;

/// <summary>Like a pipe: cannot seek and gives a few bytes at a time.</summary>
sealed class TricklingStream(byte[] content, int step) : ForwardStream
{
    int _at;

    public override int Read(Span<byte> buffer)
    {
        var taken = Math.Min(Math.Min(step, buffer.Length), content.Length - _at);
        content.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }
}
