using System.Net;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Tests.Ingest;

public sealed class ServerHostTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Get_WithEitherVersionOfHttp_IsAnsweredOnTheSamePort(string version)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Version.Parse(version), answer.Version);
    }

    [Fact]
    public async Task Post_TheSameBatchTwice_IsAcknowledgedTwice()
    {
        await using var server = await RunningServer.StartAsync();
        var batch = Batches.Make("a", 7, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        for (var i = 0; i < 2; i++)
        {
            using var answer = await server.Client.PostAsync("ingest/v1/batch", Batches.Body(batch));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(7u, BatchReply.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync()).AcknowledgedSequence);
        }
    }
}
