using System.Text;

namespace Mesoscope.Query.Filters;

/// <summary>Shows what is wrong with a filter at its place.</summary>
public static class FilterErrorText
{
    const int MaxWidth = 76;
    const string Cut = "...";

    /// <summary>
    /// Three lines: what is wrong, the filter (a long one cut around the place), and a caret below the place. Only the first line when
    /// the place is not known.
    /// </summary>
    /// <param name="text">The filter as it was given.</param>
    /// <param name="error">What its compilation threw.</param>
    public static string Render(string text, FilterException error)
    {
        var position = Math.Min(error.Position, text.Length);
        if (position < 0)
        {
            return $"filter: {error.Message}";
        }

        var start = text.Length <= MaxWidth ? 0 : Math.Clamp(position - (MaxWidth / 2), 0, text.Length - MaxWidth);
        var end = Math.Min(text.Length, start + MaxWidth);
        var output = new StringBuilder($"filter: {error.Message}\n  ");
        output.Append(start > 0 ? Cut : "");
        AppendPrintable(output, text.AsSpan(start, end - start));
        output.Append(end < text.Length ? Cut : "").Append("\n  ");
        return output.Append(' ', position - start + (start > 0 ? Cut.Length : 0)).Append('^').ToString();
    }

    /// <summary>Blanks of every sort as one blank, so that the caret stays below its place.</summary>
    static void AppendPrintable(StringBuilder output, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            output.Append(char.IsControl(c) ? ' ' : c);
        }
    }
}
