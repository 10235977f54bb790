namespace Mesoscope.Server.Query.Scopes;

/// <summary>Makes the checks of a scope out of its text.</summary>
sealed class ScopeParser
{
    const int MaxLength = 65_536;

    readonly List<ScopeToken> _tokens;
    int _next;

    ScopeParser(string text) => _tokens = ScopeLexer.Tokens(text);

    ScopeToken Current => _tokens[_next];

    internal static List<ScopeCheck> Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new QueryException($"a scope of {text.Length} characters; expected {MaxLength} at most", MaxLength);
        }

        return new ScopeParser(text).Checks();
    }

    List<ScopeCheck> Checks()
    {
        var checks = new List<ScopeCheck>();
        if (Current.Kind == ScopeTokenKind.End)
        {
            return checks;
        }

        while (true)
        {
            checks.Add(Check());
            if (Current.Kind == ScopeTokenKind.End)
            {
                return checks;
            }

            if (!Current.IsWord(ScopeWords.And))
            {
                throw new QueryException($"{Current} where 'and' or the end was expected; several words that are one value stand in double quotes", Current.Position);
            }

            _next++;
        }
    }

    ScopeCheck Check()
    {
        var first = Current;
        if (!first.IsValue || first.IsWord(ScopeWords.And))
        {
            throw new QueryException($"{first} where a label's name or a value was expected", first.Position);
        }

        _next++;
        if (!TryTakeOperator(out var operation))
        {
            return new ScopeCheck(null, ScopeOperator.AnyContains, [first.Text]);
        }

        var values = operation is ScopeOperator.In or ScopeOperator.NotIn ? List() : [Value()];
        return new ScopeCheck(first.Text, operation, values);
    }

    bool TryTakeOperator(out ScopeOperator operation)
    {
        foreach (var (words, candidate) in ScopeWords.Operators)
        {
            if (StandsHere(words))
            {
                _next += words.Length;
                operation = candidate;
                return true;
            }
        }

        operation = default;
        return false;
    }

    bool StandsHere(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_next + i >= _tokens.Count || !_tokens[_next + i].IsWord(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    string Value()
    {
        var token = Current;
        if (!token.IsValue || token.IsWord(ScopeWords.And))
        {
            throw new QueryException($"{token} where a value was expected", token.Position);
        }

        _next++;
        return token.Text;
    }

    List<string> List()
    {
        Take(ScopeTokenKind.Open, "'(' was");
        var values = new List<string> { Value() };
        while (Current.Kind == ScopeTokenKind.Comma)
        {
            _next++;
            values.Add(Value());
        }

        Take(ScopeTokenKind.Close, "',' or ')' was");
        return values;
    }

    void Take(ScopeTokenKind kind, string expected)
    {
        if (Current.Kind != kind)
        {
            throw new QueryException($"{Current} where {expected} expected", Current.Position);
        }

        _next++;
    }
}
