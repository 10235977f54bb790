namespace Mesoscope.Captures.Tests;

/// <summary>A file on a disk that takes so many bytes: the write that does not fit is done in part and then fails as the system would.</summary>
sealed class SmallDisk(int capacity) : MemoryStream
{
    const int NoSpaceLeft = 28;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var room = capacity - (int)Length;
        base.Write(buffer[..Math.Min(room, buffer.Length)]);
        if (buffer.Length > room)
        {
            throw new IOException("No space left on device", NoSpaceLeft);
        }
    }
}
