using System.Text;
using System.Text.RegularExpressions;
using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class TextRuleTests
{
    // Written with a class of one letter here and there, so that this file does not find itself.
    static readonly (string Reason, Regex Pattern)[] s_rules =
    [
        ("a path of one machine", new Regex(@"(^|[^A-Za-z0-9])/(wor[k]|roo[t]|tm[p]/re[f])/", RegexOptions.NonBacktracking)),
        ("a package registry's host", new Regex(@"https?://[a-z0-9.]*(nuge[t]|npmj[s]|debia[n])[.]", RegexOptions.NonBacktracking)),
        ("words about where code came from", new Regex(@"[Pp]orted fro[m]|[Tt]ranslated fro[m] C", RegexOptions.NonBacktracking)),
        ("work left without a place that tracks it", new Regex(@"\b(TOD[O]|FIXM[E]|HAC[K])\b", RegexOptions.NonBacktracking)),
        ("folded code", new Regex(@"^\s*#regio[n]", RegexOptions.NonBacktracking | RegexOptions.Multiline)),
    ];

    [Fact]
    public void Files_OfTheRepository_HoldNothingThatDoesNotBelong()
    {
        var found = RepositoryFolder.Files().Where(IsText).SelectMany(Violations);
        Findings.CheckNone(found);
    }

    static IEnumerable<string> Violations(string path)
    {
        var text = File.ReadAllText(RepositoryFolder.PathOf(path));
        return s_rules.SelectMany(rule => rule.Pattern.Matches(text).Select(m => $"{path}, line {LineNumber(text, m.Index)}: {rule.Reason}: {m.Value.Trim()}"));
    }

    static int LineNumber(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    static bool IsText(string path)
    {
        if (path.EndsWith(".scap", StringComparison.Ordinal))
        {
            return false;
        }

        using var file = File.OpenRead(RepositoryFolder.PathOf(path));
        Span<byte> start = stackalloc byte[4096];
        return !start[..file.Read(start)].Contains((byte)0);
    }
}
