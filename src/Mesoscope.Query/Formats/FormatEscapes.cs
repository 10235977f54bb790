using System.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Escapes of <c>-p</c> texts, for shells that make it hard to type such characters.</summary>
public static class FormatEscapes
{
    /// <summary>Replaces <c>\n</c>, <c>\t</c>, <c>\e</c> (escape) and <c>\\</c>; any other backslash stays as it is.</summary>
    public static string Resolve(string format)
    {
        if (!format.Contains('\\', StringComparison.Ordinal))
        {
            return format;
        }

        var result = new StringBuilder(format.Length);
        for (var i = 0; i < format.Length; i++)
        {
            var next = format[i] == '\\' && i + 1 < format.Length ? format[i + 1] : '\0';
            var replacement = next switch
            {
                'n' => '\n',
                't' => '\t',
                'e' => '\e',
                '\\' => '\\',
                _ => '\0',
            };
            result.Append(replacement == '\0' ? format[i] : replacement);
            i += replacement == '\0' ? 0 : 1;
        }

        return result.ToString();
    }
}
