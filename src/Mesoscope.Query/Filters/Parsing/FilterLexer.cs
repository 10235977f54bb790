using System.Text;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Parsing;

/// <summary>Cuts a filter's text into words. What a word is depends on what is expected, so the parser asks for one kind at a time.</summary>
sealed class FilterLexer(string text)
{
    readonly List<byte> _unescaped = [];

    internal int Position { get; set; }

    internal bool IsAtEnd => Position >= text.Length;

    internal char Current => Position < text.Length ? text[Position] : '\0';

    internal void SkipBlanks()
    {
        while (IsBlank(Current))
        {
            Position++;
        }
    }

    /// <summary>Steps over a word when the text goes on with it. What follows the word does not matter: <c>and(</c> is fine.</summary>
    internal bool TryTake(string word)
    {
        if (!text.AsSpan(Position).StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    /// <summary>Takes a field's name: up to a blank, a parenthesis or an operator. In brackets only a blank outside of quotes ends it.</summary>
    internal ReadOnlySpan<char> TakeName()
    {
        var start = Position;
        while (!IsAtEnd && !IsBlank(Current) && Current is not ('(' or ')' or '!' or '=' or '<' or '>' or ','))
        {
            Position = Current == '[' ? EndOfArgument() : Position + 1;
        }

        return text.AsSpan(start, Position - start);
    }

    internal bool TryTakeOperator(out FilterOperator operation)
    {
        foreach (var (word, candidate) in FilterWords.Operators)
        {
            if (TryTake(word))
            {
                operation = candidate;
                if (operation == FilterOperator.Equal)
                {
                    TryTake("=");
                }

                return true;
            }
        }

        operation = default;
        return false;
    }

    /// <summary>True when a word of that name stands here with an opening parenthesis directly behind it.</summary>
    internal bool IsCall(string word) =>
        text.AsSpan(Position).StartsWith(word, StringComparison.Ordinal)
            && Position + word.Length < text.Length && text[Position + word.Length] == '(';

    /// <summary>Takes a value: quoted, or up to a blank or parenthesis, in lists also up to a comma. It may be empty.</summary>
    internal TextOperand TakeText(bool isInList)
    {
        SkipBlanks();
        var start = Position;
        var quote = Current is '"' or '\'' ? Current : '\0';
        Position += quote == '\0' ? 0 : 1;
        _unescaped.Clear();
        var from = Position;
        while (!IsAtEnd && !IsEnd(Current, quote, isInList))
        {
            if (Current == '\\')
            {
                AppendRaw(from);
                TakeEscape(quote, isInList);
                from = Position;
            }
            else
            {
                Position++;
            }
        }

        AppendRaw(from);
        if (quote != '\0')
        {
            if (IsAtEnd)
            {
                throw new FilterException($"the text that begins here has no end; expected another {quote} behind it", start);
            }

            Position++;
        }

        return new TextOperand(start, _unescaped.ToArray(), quote != '\0');
    }

    static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';

    static bool IsEnd(char c, char quote, bool isInList) => quote != '\0'
        ? c == quote
        : IsBlank(c) || c is '(' or ')' || (isInList && c == ',');

    void AppendRaw(int from)
    {
        if (Position > from)
        {
            _unescaped.AddRange(Encoding.UTF8.GetBytes(text[from..Position]));
        }
    }

    /// <summary>
    /// Only a backslash, a double quote and <c>x</c> with two hexadecimal digits mean something behind a backslash; before anything
    /// else it stays. An escape that the end of the whole text cuts is dropped.
    /// </summary>
    void TakeEscape(char quote, bool isInList)
    {
        var start = Position++;
        if (IsAtEnd)
        {
            return;
        }

        var c = Current;
        if (quote == '\0' && IsEnd(c, quote, isInList))
        {
            throw new FilterException("a backslash cannot stand before a blank, parenthesis or comma here; put the text into quotes", start);
        }

        if (c == 'x')
        {
            Position++;
            TakeHexEscape(start);
            return;
        }

        var isDropped = c is '\\' or '"';
        if (!isDropped)
        {
            _unescaped.Add((byte)'\\');
        }

        if (isDropped || c == quote)
        {
            _unescaped.Add((byte)c);
            Position++;
        }
    }

    void TakeHexEscape(int start)
    {
        var value = 0;
        for (var i = 0; i < 2; i++)
        {
            if (IsAtEnd)
            {
                return;
            }

            if (!char.IsAsciiHexDigit(Current))
            {
                throw new FilterException("expected two hexadecimal digits behind \\x", start);
            }

            value = (value * 16) + Convert.ToInt32(Current.ToString(), 16);
            Position++;
        }

        _unescaped.Add((byte)value);
    }

    int EndOfArgument()
    {
        var at = Position + 1;
        var quote = at < text.Length && text[at] is '"' or '\'' ? text[at] : '\0';
        if (quote != '\0')
        {
            var end = text.IndexOf(quote, at + 1);
            return end < 0 ? throw new FilterException($"this argument has no end; expected another {quote} behind it", at) : end + 1;
        }

        while (at < text.Length && text[at] != ']' && !IsBlank(text[at]))
        {
            at++;
        }

        return at < text.Length && text[at] == ']' ? at + 1 : Position + 1;
    }
}
