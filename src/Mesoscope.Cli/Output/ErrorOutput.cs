using System.Text;

namespace Mesoscope.Cli.Output;

/// <summary>Standard error: one line per message.</summary>
static class ErrorOutput
{
    /// <summary>Nobody reads on behind this; a path of the longest kind and a sentence about it fit.</summary>
    const int MaxLineCharacters = 4_500;
    const string Cut = " ... ";

    /// <summary>Writes <c>mesoscope: message</c>. A line that repeats a very long argument loses its middle.</summary>
    public static void WriteMessage(string message) => Write($"mesoscope: {ShortenLines(message)}\n");

    /// <summary>Writes text as it is.</summary>
    public static void Write(string text) =>
        // Nobody is left to tell when standard error is closed.
        _ = Descriptor.Write(Descriptor.Error, Encoding.UTF8.GetBytes(text));

    /// <summary>The text with each line cut in its middle when it is longer than anybody reads.</summary>
    internal static string ShortenLines(string text) =>
        text.Length <= MaxLineCharacters ? text : string.Join('\n', text.Split('\n').Select(Shorten));

    static string Shorten(string line)
    {
        var kept = (MaxLineCharacters - Cut.Length) / 2;
        return line.Length <= MaxLineCharacters ? line : string.Concat(line.AsSpan(0, kept), Cut, line.AsSpan(line.Length - kept));
    }
}
