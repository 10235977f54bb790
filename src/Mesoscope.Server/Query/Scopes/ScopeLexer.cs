using System.Text;

namespace Mesoscope.Server.Query.Scopes;

/// <summary>Cuts a scope's text into tokens; the last one is always the end.</summary>
static class ScopeLexer
{
    internal static List<ScopeToken> Tokens(string text)
    {
        var tokens = new List<ScopeToken>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                tokens.Add(new ScopeToken(ScopeTokenKind.End, "", position));
                return tokens;
            }

            tokens.Add(Take(text, ref position));
        }
    }

    internal static bool EndsWord(char c) => char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '"';

    static ScopeToken Take(string text, ref int position)
    {
        var start = position;
        switch (text[position])
        {
            case '(':
                position++;
                return new ScopeToken(ScopeTokenKind.Open, "(", start);
            case ')':
                position++;
                return new ScopeToken(ScopeTokenKind.Close, ")", start);
            case ',':
                position++;
                return new ScopeToken(ScopeTokenKind.Comma, ",", start);
            case '"':
                return new ScopeToken(ScopeTokenKind.Quoted, TakeQuoted(text, ref position), start);
            default:
                while (position < text.Length && !EndsWord(text[position]))
                {
                    position++;
                }

                return new ScopeToken(ScopeTokenKind.Word, text[start..position], start);
        }
    }

    static string TakeQuoted(string text, ref int position)
    {
        var start = position++;
        var value = new StringBuilder();
        while (position < text.Length && text[position] != '"')
        {
            if (text[position] == '\\')
            {
                position++;
                if (position < text.Length && text[position] is not ('"' or '\\'))
                {
                    throw new QueryException($"\\{text[position]} is no escape; expected \\\" or \\\\ (write \\\\ for a backslash)", position - 1);
                }
            }

            if (position < text.Length)
            {
                value.Append(text[position++]);
            }
        }

        if (position >= text.Length)
        {
            throw new QueryException("the text that begins here has no end; expected another \" behind it", start);
        }

        position++;
        return value.ToString();
    }
}
