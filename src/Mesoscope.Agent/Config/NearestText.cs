namespace Mesoscope.Agent.Config;

/// <summary>Finds what a mistyped word was meant to be.</summary>
static class NearestText
{
    /// <summary>The candidate with the fewest letters to change.</summary>
    public static string Find(string word, IEnumerable<string> candidates) => candidates.MinBy(candidate => Distance(word, candidate)) ?? "";

    // Levenshtein's distance, one row at a time.
    static int Distance(string x, string y)
    {
        var row = Enumerable.Range(0, y.Length + 1).ToArray();
        for (var i = 1; i <= x.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (x[i - 1] == y[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
