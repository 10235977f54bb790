using Mesoscope.Testing;

namespace Mesoscope.Conformance.Tests;

// One line of tests/conformance/cases.txt.
sealed record Case(string Text, bool IsShort)
{
    public string[] Words { get; } = Text == "default" ? [] : ShellWords.Split(Text);

    public static IReadOnlyList<Case> All { get; } =
    [
        .. File.ReadLines(RepositoryFolder.PathOf("tests", "conformance", "cases.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.StartsWith("! ", StringComparison.Ordinal) ? new Case(l[2..], true) : new Case(l, false)),
    ];
}
