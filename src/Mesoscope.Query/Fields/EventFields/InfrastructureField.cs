using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>A word out of a message of a container engine: <c>Event: start; ID: 0123; name: web; Image: nginx</c>.</summary>
sealed class InfrastructureField(byte[] key) : Field
{
    const int DescriptionIndex = 2;
    const int ShortIdBytes = 12;

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        if (context.Event.Type != EventType.InfrastructureEventEnter)
        {
            return false;
        }

        var rest = context.Event.Text(DescriptionIndex);
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)';');
            var element = (end < 0 ? rest : rest[..end]).Trim(" \t\r\n"u8);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (element.StartsWith(key))
            {
                value.Bytes = Value(element);
                return true;
            }
        }

        return false;
    }

    ReadOnlySpan<byte> Value(ReadOnlySpan<byte> element)
    {
        var behind = element[(element.IndexOf((byte)':') + 1)..];
        var colon = behind.IndexOf((byte)':');
        var word = (colon < 0 ? behind : behind[..colon]).Trim(" \t\r\n"u8);
        if (key is [(byte)'I', (byte)'D'])
        {
            return word.Length > ShortIdBytes ? word[..ShortIdBytes] : word;
        }

        var at = word.IndexOf((byte)'@');
        return key is not [(byte)'I', (byte)'m', ..] ? word
            : at >= 0 ? word[..at]
            : word.IndexOf("sha256"u8) >= 0 ? behind.Trim(" \t\r\n"u8)
            : word;
    }
}
