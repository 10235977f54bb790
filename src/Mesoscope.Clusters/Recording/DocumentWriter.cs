using System.Buffers;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Recording;

/// <summary>
/// Writes compact JSON. Texts go out byte by byte as they came in; the platform's writer refuses those that are no UTF-8, and a
/// recording must not lose a name for one bad byte.
/// </summary>
sealed class DocumentWriter
{
    static readonly SearchValues<byte> s_escaped =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\']);

    readonly ArrayBufferWriter<byte> _output = new(1024);
    bool _needsComma;

    /// <summary>Bytes written.</summary>
    public int Length => _output.WrittenCount;

    /// <summary>What was written; valid until the next change.</summary>
    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _output.ResetWrittenCount();
        _needsComma = false;
    }

    /// <summary>Begins an object or array: <c>{</c> or <c>[</c>.</summary>
    public void Begin(char bracket)
    {
        Separate();
        Put((byte)bracket);
        _needsComma = false;
    }

    /// <summary>Ends it: <c>}</c> or <c>]</c>.</summary>
    public void End(char bracket)
    {
        Put((byte)bracket);
        _needsComma = true;
    }

    /// <summary>A member's name.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        Quote(name);
        Put((byte)':');
        _needsComma = false;
    }

    /// <summary>A member that is an object or array.</summary>
    public void Begin(ReadOnlySpan<byte> name, char bracket)
    {
        Name(name);
        Begin(bracket);
    }

    /// <summary>A text.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        Separate();
        Quote(text);
        _needsComma = true;
    }

    /// <summary>A member that is a text.</summary>
    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        Name(name);
        Text(text);
    }

    /// <summary>A member that is true or false.</summary>
    public void Bool(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        _output.Write(value ? "true"u8 : "false"u8);
        _needsComma = true;
    }

    /// <summary>A member with labels: an array of pairs, as Mesos writes them, in their order.</summary>
    public void Pairs(ReadOnlySpan<byte> name, IReadOnlyList<Label> labels)
    {
        Begin(name, '[');
        foreach (var label in labels)
        {
            Begin('{');
            Text("key"u8, label.Key);
            Text("value"u8, label.Value);
            End('}');
        }

        End(']');
    }

    /// <summary>A member with labels: an object, as Marathon writes them.</summary>
    public void Object(ReadOnlySpan<byte> name, IReadOnlyList<Label> labels)
    {
        Begin(name, '{');
        foreach (var label in labels)
        {
            Text(label.Key, label.Value);
        }

        End('}');
    }

    /// <summary>A value that was written before.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        Separate();
        _output.Write(value);
        _needsComma = true;
    }

    void Separate()
    {
        if (_needsComma)
        {
            Put((byte)',');
        }
    }

    void Quote(ReadOnlySpan<byte> text)
    {
        Put((byte)'"');
        for (int place; (place = text.IndexOfAny(s_escaped)) >= 0; text = text[(place + 1)..])
        {
            _output.Write(text[..place]);
            Escape(text[place]);
        }

        _output.Write(text);
        Put((byte)'"');
    }

    void Escape(byte value)
    {
        Put((byte)'\\');
        if (value >= ' ')
        {
            Put(value);
            return;
        }

        _output.Write("u00"u8);
        Put("0123456789abcdef"u8[value >> 4]);
        Put("0123456789abcdef"u8[value & 15]);
    }

    void Put(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }
}
