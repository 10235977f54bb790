using System.Text;
using System.Text.RegularExpressions;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>A regular expression that the whole value must match. Its time grows with the value's length only. Not safe for several threads.</summary>
sealed class RegexPattern
{
    readonly Regex _regex;
    char[] _scratch = new char[256];

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="FilterException">It is not one, or needs memory of what matched before (back references, look-around).</exception>
    internal RegexPattern(string pattern)
    {
        try
        {
            _regex = new Regex(
                $@"\A(?:{RegexTranslator.Translate(pattern)})\z",
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FilterException($"'{pattern}' is not a regular expression that filters can use: {e.Message}", e);
        }
    }

    internal bool Matches(ReadOnlySpan<byte> value)
    {
        if (_scratch.Length < value.Length)
        {
            _scratch = new char[value.Length * 2];
        }

        var length = Encoding.UTF8.GetChars(value, _scratch);
        return _regex.IsMatch(_scratch.AsSpan(0, length));
    }
}
