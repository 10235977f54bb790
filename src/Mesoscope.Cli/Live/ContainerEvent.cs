using System.Buffers.Binary;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Live;

/// <summary>The event that tells what is known of a container, in the version for long texts, which every reader of this decade knows.</summary>
static class ContainerEvent
{
    /// <summary>The event's bytes.</summary>
    /// <param name="time">When, nanoseconds since 1970.</param>
    /// <param name="json">The text, UTF-8.</param>
    public static byte[] Create(ulong time, ReadOnlySpan<byte> json)
    {
        // One parameter: its length in 32 bits, then the text with a NUL.
        var bytes = new byte[Event.HeaderBytes + 4 + json.Length + 1];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, time);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(20), (ushort)EventType.ContainerJsonV2Enter);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Event.HeaderBytes), (uint)json.Length + 1);
        json.CopyTo(bytes.AsSpan(Event.HeaderBytes + 4));
        return bytes;
    }
}
