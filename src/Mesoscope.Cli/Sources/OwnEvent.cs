using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Sources;

/// <summary>Events that this program makes itself, whose parameters are all texts.</summary>
static class OwnEvent
{
    /// <summary>The longest text, in bytes without its NUL: the length of a parameter has 16 bits.</summary>
    public const int MaxText = ushort.MaxValue - 1;

    // Offsets of the header's members: docs/format/scap.md, "Events".
    const int LengthOffset = 16;
    const int TypeOffset = 20;
    const int CountOffset = 22;

    /// <summary>An event's bytes; of no thread.</summary>
    /// <param name="time">When, nanoseconds since 1970.</param>
    /// <param name="type">Its type.</param>
    /// <param name="texts">The parameters, UTF-8 without NUL, each at most <see cref="MaxText"/> bytes.</param>
    public static byte[] Create(ulong time, EventType type, params ReadOnlySpan<byte[]> texts)
    {
        var length = Event.HeaderBytes;
        foreach (var text in texts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxText);
            length += sizeof(ushort) + text.Length + 1;
        }

        var bytes = new byte[length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, time);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthOffset), length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(TypeOffset), (ushort)type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(CountOffset), texts.Length);
        var lengths = bytes.AsSpan(Event.HeaderBytes);
        var place = bytes.AsSpan(Event.HeaderBytes + (texts.Length * sizeof(ushort)));
        for (var i = 0; i < texts.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(lengths[(i * sizeof(ushort))..], (ushort)(texts[i].Length + 1));
            texts[i].CopyTo(place);
            place = place[(texts[i].Length + 1)..];
        }

        return bytes;
    }
}
