namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>Cuts shell patterns into pieces.</summary>
static class GlobReader
{
    /// <summary>The pieces of a pattern.</summary>
    /// <param name="pattern">In lower case when case does not matter.</param>
    /// <param name="isImpossible">True when nothing matches: the pattern ends in a backslash.</param>
    internal static GlobToken[] Read(ReadOnlySpan<byte> pattern, out bool isImpossible)
    {
        isImpossible = false;
        var tokens = new List<GlobToken>(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case (byte)'*':
                    if (tokens.Count == 0 || tokens[^1].Kind != GlobTokenKind.Star)
                    {
                        tokens.Add(new GlobToken(GlobTokenKind.Star));
                    }

                    break;
                case (byte)'?':
                    tokens.Add(new GlobToken(GlobTokenKind.Any));
                    break;
                case (byte)'[':
                    var reader = new GlobSetReader(pattern, at + 1);
                    tokens.Add(reader.TryRead(out var members)
                        ? new GlobToken(GlobTokenKind.Set, Members: members)
                        : new GlobToken(GlobTokenKind.Literal, (byte)'['));
                    isImpossible |= reader.IsImpossible;
                    at = reader.IsTerminated ? reader.Position - 1 : at;
                    break;
                case (byte)'\\' when ++at == pattern.Length:
                    isImpossible = true;
                    break;
                default:
                    tokens.Add(new GlobToken(GlobTokenKind.Literal, pattern[at]));
                    break;
            }
        }

        return tokens.ToArray();
    }
}
