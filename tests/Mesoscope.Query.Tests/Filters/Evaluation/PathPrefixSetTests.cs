using System.Text;
using Mesoscope.Query.Filters.Evaluation;

namespace Mesoscope.Query.Tests.Filters.Evaluation;

public sealed class PathPrefixSetTests
{
    [Theory]
    [InlineData("/", "", true)]
    [InlineData("", "/a", true)]
    [InlineData("/a", "", false)]
    [InlineData("/a", "/a/", true)]
    [InlineData("a", "/a/b", true)]
    [InlineData("/a/", "//a", true)]
    [InlineData("/a/b", "/a", false)]
    [InlineData("/a", "/ab", false)]
    public void Matches_Path_ComparesComponents(string prefix, string path, bool expected) =>
        Assert.Equal(expected, new PathPrefixSet([Encoding.ASCII.GetBytes(prefix)]).Matches(Encoding.ASCII.GetBytes(path)));

    [Fact]
    public void Matches_RandomPaths_AgreesWithComparingComponents()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var prefixes = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Path(random)).ToList();
            var path = Path(random);
            var expected = prefixes.Any(prefix => Components(path).Take(Components(prefix).Length).SequenceEqual(Components(prefix)));
            var set = new PathPrefixSet(prefixes.ConvertAll(Encoding.ASCII.GetBytes));
            Assert.True(expected == set.Matches(Encoding.ASCII.GetBytes(path)), $"{path} in {string.Join(' ', prefixes)}: expected {expected}");
        }
    }

    static string[] Components(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    static string Path(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "/a/b"[random.Next(4)]));
}
