using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields;

/// <summary>The value of a field for one event. Bytes are valid until the next event or the next use of the same field.</summary>
public ref struct FieldValue
{
    /// <summary>
    /// The type of this value. Preset to the field's; a field whose type depends on the event (<c>evt.rawarg</c>) changes it.
    /// </summary>
    public ParameterType Type;

    /// <summary>How a number is written. Preset to the field's.</summary>
    public PrintFormat Format;

    /// <summary>The value of a number, a boolean (0, 1), a port, an id; signed ones are sign-extended.</summary>
    public ulong Number;

    /// <summary>The value of texts (without NUL), byte buffers, addresses (network order) and of doubles (8 bytes).</summary>
    public ReadOnlySpan<byte> Bytes;
}
