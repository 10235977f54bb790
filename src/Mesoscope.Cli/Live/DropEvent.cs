using System.Buffers.Binary;
using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Live;

/// <summary>
/// The event that tells a capture's reader how many events are missing at its place: of type <c>infra</c>, which sysdig reads and shows
/// only to those who ask for internal events.
/// </summary>
static class DropEvent
{
    const int CountOffset = 22;

    /// <summary>The event's bytes.</summary>
    /// <param name="time">When, nanoseconds since 1970.</param>
    /// <param name="description">What was lost.</param>
    public static byte[] Create(ulong time, string description)
    {
        ReadOnlySpan<string> texts = ["mesoscope", "drop", description, ""];
        var body = new List<byte>();
        var lengths = new byte[texts.Length * 2];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Encoding.UTF8.GetBytes(texts[i] + '\0');
            BinaryPrimitives.WriteUInt16LittleEndian(lengths.AsSpan(i * 2), (ushort)text.Length);
            body.AddRange(text);
        }

        var header = new byte[Event.HeaderBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(header, time);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), (uint)(header.Length + lengths.Length + body.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), (ushort)EventType.InfrastructureEventEnter);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(CountOffset), (uint)texts.Length);
        return [.. header, .. lengths, .. body];
    }
}
