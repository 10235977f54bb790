using System.Text;
using Mesoscope.Machine.Paths;

namespace Mesoscope.Machine.Tests.Paths;

public sealed class PathTextTests
{
    [Theory]
    [InlineData("/home/", "a.txt", "/home/a.txt")]
    [InlineData("/home/", "/etc/passwd", "/etc/passwd")]
    [InlineData("/home/user/", "../other/./x", "/home/other/x")]
    [InlineData("/home/user/", "..", "/home")]
    [InlineData("/home/", ".", "/home")]
    [InlineData("/", "../../x", "/x")]
    [InlineData("/home/", "a//b/", "/home/a/b")]
    [InlineData("/home/", "..a", "/home/..a")]
    [InlineData("/home/", ".hidden", "/home/.hidden")]
    [InlineData("/home/", "", "/home")]
    [InlineData("<UNKNOWN>", "x", "<UNKNOWN>x")]
    [InlineData("/home/", "a\tb", "/home/a.b")]
    public void Join_OfDirectoryAndPath_IsWhatTheKernelWouldOpen(string directory, string path, string expected)
    {
        Span<byte> target = stackalloc byte[PathText.MaxBytes];
        var length = PathText.Join(Encoding.UTF8.GetBytes(directory), Encoding.UTF8.GetBytes(path), target, path.Length + 1);
        Assert.Equal(expected, Encoding.UTF8.GetString(target[..length]));
    }

    [Fact]
    public void Join_BeyondTheRoom_SaysSo()
    {
        Span<byte> target = stackalloc byte[PathText.MaxBytes];
        var length = PathText.Join("/"u8, new byte[PathText.MaxBytes - 1], target, PathText.MaxBytes - 1);
        Assert.Equal("/PATH_TOO_LONG", Encoding.UTF8.GetString(target[..length]));
    }

    [Fact]
    public void Join_WithAllTheRoom_StaysInside()
    {
        Span<byte> target = stackalloc byte[PathText.MaxBytes];
        var path = new byte[PathText.MaxBytes - 2];
        path.AsSpan().Fill((byte)'.');
        Assert.InRange(PathText.Join("/"u8, path, target, path.Length), 1, PathText.MaxBytes);
    }
}
