using Mesoscope.Testing;

namespace Mesoscope.Conformance.Tests;

// The pairs of tests/conformance/deviations.tsv, in which the reference is wrong.
static class Deviations
{
    static readonly (string Capture, string Case)[] s_pairs =
    [
        .. File.ReadLines(RepositoryFolder.PathOf("tests", "conformance", "deviations.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Where(columns => columns.Length >= 3)
            .Select(columns => (columns[0], columns[1])),
    ];

    public static bool Excuse(string capture, string text) =>
        s_pairs.Any(p => capture.Contains(p.Capture, StringComparison.Ordinal) && text.Contains(p.Case, StringComparison.Ordinal));
}
