using System.Text;
using Mesoscope.Query.Text;
using Xunit;

namespace Mesoscope.Query.Tests.Text;

public class PathTextTests
{
    [Theory]
    [InlineData("/a/", "b", "/a/b")]
    [InlineData("/a/", "", "/a")]
    [InlineData("/a/", "..", "/")]
    [InlineData("/a/b/", "../c", "/a/c")]
    [InlineData("/a/", "../../../c", "/c")]
    [InlineData("/a/", "./b//c/", "/a/b/c")]
    [InlineData("/a/", "..b/.c", "/a/..b/.c")]
    [InlineData("/", "x\u0001y", "/x.y")]
    [InlineData("", "x/..", "")]
    public void AppendNormalized_RelativePath_FollowsItsSteps(string directory, string path, string expected)
    {
        var output = new Utf8Writer();
        output.Append(directory);
        PathText.AppendNormalized(output, 0, Encoding.UTF8.GetBytes(path));
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Written));
    }
}
