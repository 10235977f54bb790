namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// A shell pattern over bytes: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>[[:alpha:]]</c>, <c>\</c>. It follows the C library's
/// fnmatch in the C locale with no flags, so slashes and leading dots are nothing special. Immutable.
/// </summary>
sealed class GlobPattern
{
    readonly GlobToken[] _tokens;
    readonly bool _ignoresCase;
    readonly bool _isImpossible;

    internal GlobPattern(byte[] pattern, bool ignoresCase)
    {
        _ignoresCase = ignoresCase;
        _tokens = GlobReader.Read(ignoresCase ? Array.ConvertAll(pattern, AsciiCase.ToLower) : pattern, out _isImpossible);
    }

    /// <summary>True when the whole value matches. The time is at most the product of both lengths.</summary>
    internal bool Matches(ReadOnlySpan<byte> value)
    {
        if (_isImpossible)
        {
            return false;
        }

        var tokens = _tokens;
        var (token, at) = (0, 0);
        // Where to try again when the tokens behind the last star do not match: that star may swallow one byte more.
        var (retryToken, retryAt) = (-1, 0);
        while (true)
        {
            if (token < tokens.Length && tokens[token].Kind == GlobTokenKind.Star)
            {
                (retryToken, retryAt) = (++token, at);
                if (token == tokens.Length)
                {
                    return true;
                }
            }
            else if (token < tokens.Length && at < value.Length && tokens[token].Matches(_ignoresCase ? AsciiCase.ToLower(value[at]) : value[at]))
            {
                token++;
                at++;
            }
            else if (token == tokens.Length && at == value.Length)
            {
                return true;
            }
            else if (retryToken < 0 || (retryAt = FindRetry(value, retryToken, retryAt + 1)) < 0)
            {
                return false;
            }
            else
            {
                (token, at) = (retryToken, retryAt);
            }
        }
    }

    /// <summary>The next place at which the token behind a star can match; -1 when there is none.</summary>
    int FindRetry(ReadOnlySpan<byte> value, int token, int from)
    {
        if (from > value.Length)
        {
            return -1;
        }

        if (_tokens[token].Kind != GlobTokenKind.Literal || _ignoresCase)
        {
            return from;
        }

        var found = value[from..].IndexOf(_tokens[token].Literal);
        return found < 0 ? -1 : from + found;
    }
}
