using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Help;

/// <summary>Sets text in a column.</summary>
static class TextWrap
{
    /// <summary>
    /// Appends a text word by word, each word followed by a blank; a word that does not fit goes to the next line, behind as many
    /// blanks as the column begins at.
    /// </summary>
    /// <param name="output">Receives the text; stands at the column already.</param>
    /// <param name="text">Words divided by blanks.</param>
    /// <param name="column">Blanks in front of the following lines.</param>
    /// <param name="width">Width of the column, blanks behind words included.</param>
    public static void Append(Utf8Writer output, string text, int column, int width)
    {
        var used = 0;
        foreach (var word in text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (used > 0 && used + word.Length + 1 > width)
            {
                output.Append((byte)'\n');
                AppendBlanks(output, column);
                used = 0;
            }

            output.Append(word);
            output.Append((byte)' ');
            used += word.Length + 1;
        }
    }

    /// <summary>Appends a text and, where it is shorter, blanks up to a width.</summary>
    public static void AppendPadded(Utf8Writer output, string text, int width)
    {
        output.Append(text);
        AppendBlanks(output, width - text.Length);
    }

    /// <summary>Appends blanks; none when the count is below one.</summary>
    public static void AppendBlanks(Utf8Writer output, int count)
    {
        for (var i = 0; i < count; i++)
        {
            output.Append((byte)' ');
        }
    }
}
