using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Query.Filters.Evaluation;

namespace Mesoscope.Query.Tests.Filters.Evaluation;

public sealed class GlobPatternTests
{
    const int CaseFold = 16;

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "axxbyyc", true)]
    [InlineData("a*b*c", "axxbyy", false)]
    [InlineData("*.so*", "/lib/x.so.6", true)]
    [InlineData("/*", "/a/b", true)]
    [InlineData("?", "", false)]
    [InlineData("[a", "[a", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[!a]", "b", true)]
    [InlineData("[^a]", "a", false)]
    [InlineData("[\\]]", "]", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    [InlineData("a\\", "a", false)]
    [InlineData("a\\", "a\\", false)]
    [InlineData("[[:alpha:]]x", "ax", true)]
    [InlineData("[[:foo:]]", "f", false)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[c-a]", "b", false)]
    [InlineData("[[=a=]]", "a", true)]
    [InlineData("[a-[.c.]]", "b", true)]
    [InlineData("+(a)", "aa", false)]
    public void Matches_Pattern_IsAsInTheCLibrary(string pattern, string value, bool expected) =>
        Assert.Equal(expected, Matches(pattern, value, ignoresCase: false));

    [Fact]
    public void Matches_IgnoringCase_FoldsBothSides()
    {
        Assert.True(Matches("NG*[X-Z]", "nginX", ignoresCase: true));
        Assert.False(Matches("NG*", "nginx", ignoresCase: false));
    }

    [Fact]
    public void Matches_ManyStars_TakesNoExponentialTime()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 1000)) + "b";

        Assert.False(Matches(pattern, new string('a', 5000), ignoresCase: false));
    }

    [Fact]
    public void Matches_RandomPatterns_AgreesWithTheCLibrary()
    {
        const string Alphabet = "ab-]!^\\?*[[]:*";
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var pattern = Text(random, Alphabet, 8);
            var value = Text(random, "ab-][\\:", 4);
            var expected = FNMatch(Encoding.ASCII.GetBytes(pattern + '\0'), Encoding.ASCII.GetBytes(value + '\0'), 0) == 0;
            Assert.True(expected == Matches(pattern, value, ignoresCase: false), $"'{pattern}' and '{value}': expected {expected}");
        }
    }

    [Fact]
    public void Matches_RandomPatternsIgnoringCase_AgreesWithTheCLibrary()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var random = new Random(8);
        for (var i = 0; i < 50_000; i++)
        {
            var pattern = Text(random, "aBc*?[]-", 6);
            var value = Text(random, "AbC[-", 4);
            var expected = FNMatch(Encoding.ASCII.GetBytes(pattern + '\0'), Encoding.ASCII.GetBytes(value + '\0'), CaseFold) == 0;
            Assert.True(expected == Matches(pattern, value, ignoresCase: true), $"'{pattern}' and '{value}': expected {expected}");
        }
    }

    static bool Matches(string pattern, string value, bool ignoresCase) =>
        new GlobPattern(Encoding.Latin1.GetBytes(pattern), ignoresCase).Matches(Encoding.Latin1.GetBytes(value));

    static string Text(Random random, string alphabet, int maxLength) =>
        string.Concat(Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => alphabet[random.Next(alphabet.Length)]));

    [DllImport("libc", EntryPoint = "fnmatch")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int FNMatch(byte[] pattern, byte[] value, int flags);
}
