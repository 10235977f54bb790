using System.Buffers.Text;

namespace Mesoscope.Kernel.Scan.Text;

/// <summary>Goes through a text of the kernel. Numbers that are not there leave the place and say false.</summary>
public ref struct TextCursor(ReadOnlySpan<byte> text)
{
    /// <summary>What was not taken yet.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    /// <summary>Takes the next line; false at the end.</summary>
    public bool TryTakeLine(out ReadOnlySpan<byte> line) => TryTakeUntil((byte)'\n', out line);

    /// <summary>Takes what is before a separator, and the separator; all when there is none. False at the end.</summary>
    public bool TryTakeUntil(byte separator, out ReadOnlySpan<byte> part)
    {
        var end = Rest.IndexOf(separator);
        part = end < 0 ? Rest : Rest[..end];
        var isThere = !Rest.IsEmpty;
        Rest = end < 0 ? default : Rest[(end + 1)..];
        return isThere;
    }

    /// <summary>Takes the next word between blanks; empty at the end.</summary>
    public ReadOnlySpan<byte> TakeWord()
    {
        var start = Rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        Rest = start < 0 ? default : Rest[start..];
        var end = Rest.IndexOfAny((byte)' ', (byte)'\t');
        var word = end < 0 ? Rest : Rest[..end];
        Rest = Rest[word.Length..];
        return word;
    }

    /// <summary>Passes over words.</summary>
    public void SkipWords(int count)
    {
        for (; count > 0; count--)
        {
            TakeWord();
        }
    }

    /// <summary>Takes a decimal number, blanks before it skipped.</summary>
    public bool TryTakeNumber(out long number)
    {
        var word = TakeWord();
        return Utf8Parser.TryParse(word, out number, out var used) && used == word.Length;
    }

    /// <summary>Takes a number, or 0 when the next word is none.</summary>
    public long TakeNumber() => TryTakeNumber(out var number) ? number : 0;
}
