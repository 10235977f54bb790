namespace Mesoscope.Query.Fields;

/// <summary>The usual forms of a field's argument: <c>[7]</c> and <c>.name</c>.</summary>
static class ArgumentText
{
    /// <summary>Length of the argument at the beginning of a text, its dot or brackets included; 0 when there is none.</summary>
    public static int Measure(ReadOnlySpan<char> rest) => rest switch
    {
        ['[', ..] => MeasureBrackets(rest),
        ['.', ..] => MeasureWord(rest),
        _ => 0,
    };

    /// <summary>Length of an argument in brackets; 0 when there is none or the closing bracket is missing.</summary>
    public static int MeasureBrackets(ReadOnlySpan<char> rest) => rest is ['[', ..] ? rest.IndexOf(']') + 1 : 0;

    /// <summary>Length of an argument that is a dot and letters or underscores; 0 when there is none.</summary>
    public static int MeasureLetters(ReadOnlySpan<char> rest)
    {
        if (rest is not ['.', ..])
        {
            return 0;
        }

        var end = 1;
        while (end < rest.Length && (char.IsAsciiLetter(rest[end]) || rest[end] == '_'))
        {
            end++;
        }

        return end > 1 ? end : 0;
    }

    /// <summary>The argument without its dot or brackets.</summary>
    public static string Strip(ReadOnlySpan<char> argument) =>
        (argument[0] == '[' ? argument[1..^1] : argument[1..]).ToString();

    static int MeasureWord(ReadOnlySpan<char> rest)
    {
        var end = 1;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '_' or '-' or '/' or '.'))
        {
            end++;
        }

        return end > 1 ? end : 0;
    }
}
