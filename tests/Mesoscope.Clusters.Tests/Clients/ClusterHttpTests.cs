using System.IO.Compression;
using System.Text;
using System.Threading;
using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Clients;

public sealed class ClusterHttpTests
{
    // Long, so that no load of the machine looks like a silent server.
    static readonly ClientLimits s_limits = new() { Stall = TimeSpan.FromMinutes(1), DocumentBytes = 100_000 };

    // Short, for servers that are silent indeed.
    static readonly ClientLimits s_impatient = s_limits with { Stall = TimeSpan.FromMilliseconds(250) };

    [Fact]
    public async Task AskAsync_OfAPackedChunkedAnswer_UnpacksIt()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("{\"a\":1}"u8);
        }

        using var server = new FakeServer(async request =>
        {
            await request.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{packed.Length:x}\r\n");
            await request.Stream.WriteAsync(packed.ToArray());
            await request.SendAsync("\r\n0\r\n\r\n");
        });

        Assert.Equal("{\"a\":1}", await AskAsync(server));
        Assert.True(server.Requests.TryPeek(out var seen));
        Assert.Contains("gzip", seen.Header("Accept-Encoding"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, ClusterFault.Denied)]
    [InlineData(403, ClusterFault.Denied)]
    [InlineData(404, ClusterFault.NotSpoken)]
    [InlineData(406, ClusterFault.NotSpoken)]
    [InlineData(500, ClusterFault.Refused)]
    [InlineData(503, ClusterFault.NoLeader)]
    public async Task AskAsync_OfABadStatus_NamesIt(int status, ClusterFault fault)
    {
        using var server = new FakeServer(request => request.AnswerAsync(status, "{\"frameworks\":[]}"));

        var error = await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server));

        Assert.Equal(fault, error.Fault);
        Assert.Contains($"{server.Url}x: answered {status}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_OfARedirect_FollowsToHostAndPortWithoutCredentials()
    {
        using var target = new FakeServer(request => request.AnswerAsync(200, request.Method + request.Body));
        using var server = new FakeServer(request => request.AnswerAsync(307, "", $"Location: //{target.Url.Authority}/y"));
        var ring = new CredentialRing();
        ring.Add(server.Url, new BasicAuthorization(new Credentials("u", new Secret("p"))));

        var text = await AskAsync(server, ring, Encoding.UTF8.GetBytes("body"));

        Assert.Equal("POSTbody", text);
        Assert.Equal("Basic dTpw", server.Requests.Single().Header("Authorization"));
        Assert.Equal("/y", target.Requests.Single().Path);
        Assert.Null(target.Requests.Single().Header("Authorization"));
    }

    [Fact]
    public async Task AskAsync_OfAnAnnouncedRedirect_BringsCredentialsAlong()
    {
        using var target = new FakeServer(request => request.AnswerAsync(200, request.Header("Authorization") ?? ""));
        using var server = new FakeServer(request => request.AnswerAsync(307, "", $"Location: //{target.Url.Authority}/y"));
        var ring = new CredentialRing();
        ring.Add(server.Url, new BasicAuthorization(new Credentials("u", new Secret("p"))));
        ring.Announce(server.Url, target.Url);

        Assert.Equal("Basic dTpw", await AskAsync(server, ring));
    }

    [Fact]
    public async Task AskAsync_OfARedirectCircle_EndsAfterFive()
    {
        FakeServer? server = null;
        server = new FakeServer(request => request.AnswerAsync(307, "", $"Location: //{server!.Url.Authority}/x"));
        using (server)
        {
            var error = await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server));

            Assert.Equal(ClusterFault.Redirects, error.Fault);
            Assert.Equal(6, server.Requests.Count);
        }
    }

    [Fact]
    public async Task AskAsync_OfABodyThatStaysAtItsOrigin_IsNotSentOn()
    {
        using var target = new FakeServer(request => request.AnswerAsync(200, ""));
        using var server = new FakeServer(request => request.AnswerAsync(307, "", $"Location: //{target.Url.Authority}/y"));
        using var http = new ClusterHttp(TlsOptions.Default, s_limits);
        var request = new ClusterRequest(server.Url) { Body = [1], StaysAtOrigin = true };

        var error = await Assert.ThrowsAsync<ClusterException>(() => http.AskAsync(request, NobodyAuthorizer.Instance, default));

        Assert.Equal(ClusterFault.Redirects, error.Fault);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task AskAsync_OfASilentServer_TimesOut()
    {
        FakeServer? server = null;
        server = new FakeServer(_ => Task.Delay(Timeout.Infinite, server!.End));
        using (server)
        {
            Assert.Equal(ClusterFault.TimedOut, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server, limits: s_impatient))).Fault);
        }
    }

    [Fact]
    public async Task Read_OfAnAnswerThatTrickles_TimesOut()
    {
        using var server = new FakeServer(async request =>
        {
            await request.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true)
            {
                await request.SendAsync(" ");
                await Task.Delay(20);
            }
        });

        Assert.Equal(ClusterFault.TimedOut, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server, limits: s_impatient))).Fault);
    }

    [Fact]
    public async Task Read_OfAnAnswerThatNeverEnds_StopsAtTheLimit()
    {
        using var server = new FakeServer(async request =>
        {
            await request.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true)
            {
                await request.Stream.WriteAsync(new byte[4096]);
            }
        });

        Assert.Equal(ClusterFault.TooLarge, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server))).Fault);
    }

    [Fact]
    public async Task Read_OfAnAnswerThatBreaksOff_SaysSo()
    {
        using var server = new FakeServer(request => request.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));

        Assert.Equal(ClusterFault.Ended, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server))).Fault);
    }

    [Fact]
    public async Task AskAsync_OfNobody_IsUnreachable()
    {
        var server = new FakeServer(_ => Task.CompletedTask);
        server.Dispose();

        Assert.Equal(ClusterFault.Unreachable, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server))).Fault);
    }

    [Fact]
    public async Task AskAsync_OfGarbage_IsUnreachable()
    {
        using var server = new FakeServer(request => request.SendAsync("\0\u0001 not http at all\r\n\r\n"));

        Assert.Equal(ClusterFault.Unreachable, (await Assert.ThrowsAsync<ClusterException>(() => AskAsync(server))).Fault);
    }

    static async Task<string> AskAsync(FakeServer server, IAuthorizer? authorizer = null, byte[]? body = null, ClientLimits? limits = null)
    {
        using var http = new ClusterHttp(TlsOptions.Default, limits ?? s_limits);
        using var answer = await http.AskAsync(new ClusterRequest(new Uri(server.Url, "x")) { Body = body }, authorizer ?? NobodyAuthorizer.Instance, default);
        using var text = new StreamReader(answer.Body);
        return await text.ReadToEndAsync();
    }
}
