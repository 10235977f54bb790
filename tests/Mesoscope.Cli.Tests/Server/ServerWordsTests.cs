using System.Net;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Server;
using Mesoscope.Server.Hosting;

namespace Mesoscope.Cli.Tests.Server;

public sealed class ServerWordsTests
{
    static ServerOptions? Read(params string[] words) => ServerWords.Read(words, new ServerOptions { DataFolder = "/data" });

    [Theory]
    [InlineData("127.0.0.1:9000", "127.0.0.1:9000")]
    [InlineData(":9000", "0.0.0.0:9000")]
    [InlineData("localhost:9000", "127.0.0.1:9000")]
    [InlineData("0.0.0.0", "0.0.0.0:8320")]
    [InlineData("127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("[::]:9000", "[::]:9000")]
    public void Read_Listen_IsAnEndPoint(string text, string expected) => Assert.Equal(IPEndPoint.Parse(expected), Read("--listen", text)!.Listen);

    [Fact]
    public void Read_Retentions_AreTaken()
    {
        var options = Read("--retention-10s=36h", "--retention-1m", "14d")!;
        Assert.Equal(TimeSpan.FromHours(36), options.Retention.TenSeconds);
        Assert.Equal(TimeSpan.FromDays(14), options.Retention.Minute);
        Assert.Equal(TimeSpan.FromHours(35), options.Ingest.MaxAge);
    }

    [Theory]
    [InlineData("--path-prefix", "mesoscope/", "/mesoscope")]
    [InlineData("--path-prefix", "/a/b", "/a/b")]
    [InlineData("--path-prefix", "/", "")]
    public void Read_PathPrefix_BeginsWithASlash(string option, string text, string expected) => Assert.Equal(expected, Read(option, text)!.PathPrefix);

    [Theory]
    [InlineData("--listen", "nowhere")]
    [InlineData("--listen", "1.2.3.4:99999")]
    [InlineData("--retention-10s", "5")]
    [InlineData("--retention-10s", "1h")]
    [InlineData("--retention-10s", "8d")]
    [InlineData("--retention-1h", "")]
    [InlineData("--path-prefix", "/a?b")]
    [InlineData("--tls-key", "key.pem")]
    [InlineData("--data")]
    [InlineData("--nonsense", "1")]
    public void Read_WordsWithoutSense_AreRefused(params string[] words)
    {
        var error = Assert.Throws<UsageException>(() => Read(words));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Read_Help_IsNull() => Assert.Null(Read("--help"));
}
