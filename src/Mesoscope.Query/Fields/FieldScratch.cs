using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>What one bound field of a table keeps: its argument, and room for a value that is put together.</summary>
sealed class FieldScratch(FieldSession session)
{
    Utf8Writer? _text;

    /// <summary>What the options of the run say.</summary>
    public FieldSession Session { get; } = session;

    /// <summary>The argument when it is a name; null when there is none or it is a number.</summary>
    public byte[]? ArgumentName { get; set; }

    /// <summary>The argument when it is a number.</summary>
    public long? ArgumentIndex { get; set; }

    /// <summary>Room for an address.</summary>
    public byte[] Address { get; } = new byte[16];

    /// <summary>An empty writer for a text; what it holds is valid until the next value of the field.</summary>
    public Utf8Writer NewText()
    {
        _text ??= new Utf8Writer();
        _text.Clear();
        return _text;
    }

    /// <summary>What the field remembers of earlier events; made by the extractor that needs it.</summary>
    public object? Memory { get; set; }

    /// <summary>A view for the event that the one under hand is the return of.</summary>
    public Events.Event EnterEvent => field ??= new Events.Event();
}
