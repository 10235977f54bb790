using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mesoscope.Clusters.Authentication;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Authentication;

public sealed class TokenAuthorizationTests : IDisposable
{
    readonly HandClock _clock = new();
    readonly ClusterHttp _http = new(TlsOptions.Default, new ClientLimits { Stall = TimeSpan.FromMinutes(1) });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task GetAsync_WithAPassword_LogsInOnceUntilTheTokenIsNearlyOver()
    {
        using var server = Login(_clock.GetUtcNow().AddMinutes(10));
        using var authorization = new TokenAuthorization(_http, new Uri(server.Url, "mesos/"), new Credentials("bob", new Secret("ge\"heim")), _clock);

        var first = await authorization.GetAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(8));
        await authorization.GetAsync(default);
        Assert.Single(server.Requests);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await authorization.GetAsync(default);

        Assert.Equal(2, server.Requests.Count);
        var request = server.Requests.First();
        Assert.Equal("POST /acs/api/v1/auth/login application/json", $"{request.Method} {request.Path} {request.Header("Content-Type")}");
        Assert.Equal("ge\"heim", JsonDocument.Parse(request.Body).RootElement.GetProperty("password").GetString());
        Assert.Equal("bob", JsonDocument.Parse(request.Body).RootElement.GetProperty("uid").GetString());
        Assert.StartsWith("token=e30.", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_OfItsToken_MakesItLogInAgain()
    {
        using var server = Login(null);
        using var authorization = new TokenAuthorization(_http, server.Url, new Credentials("bob", new Secret("x")), _clock);

        Assert.True(authorization.Reject((await authorization.GetAsync(default))!));
        await authorization.GetAsync(default);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task GetAsync_AsAServiceAccount_SignsItsLogin()
    {
        using var key = RSA.Create(2048);
        using var server = Login(null);
        using var authorization = new TokenAuthorization(_http, server.Url, new ServiceAccount("svc", new Secret(key.ExportPkcs8PrivateKeyPem())), _clock);

        await authorization.GetAsync(default);

        var login = JsonDocument.Parse(server.Requests.Single().Body).RootElement;
        var parts = login.GetProperty("token").GetString()!.Split('.');
        Assert.Equal("svc", login.GetProperty("uid").GetString());
        Assert.Equal("RS256", JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.GetProperty("alg").GetString());
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        Assert.Equal("svc", claims.GetProperty("uid").GetString());
        Assert.Equal(_clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(), claims.GetProperty("exp").GetInt64());
        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"token\":7}")]
    [InlineData("{\"token\":\"\"}")]
    [InlineData("{\"token\":\"a\\r\\nb: c\"}")]
    [InlineData("{\"token\":\"geheim")]
    public async Task GetAsync_OfAnAnswerWithoutToken_SaysSoAndQuotesNothing(string answer)
    {
        using var server = new FakeServer(request => request.AnswerAsync(200, answer));
        using var authorization = new TokenAuthorization(_http, server.Url, new Credentials("bob", new Secret("x")), _clock);

        var error = await Assert.ThrowsAsync<ClusterException>(() => authorization.GetAsync(default).AsTask());

        Assert.Equal(ClusterFault.BadDocument, error.Fault);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_WithAKeyThatIsNone_SaysSoAndQuotesNothing()
    {
        using var server = Login(null);
        using var authorization = new TokenAuthorization(_http, server.Url, new ServiceAccount("svc", new Secret("geheim")), _clock);

        var error = await Assert.ThrowsAsync<ClusterException>(() => authorization.GetAsync(default).AsTask());

        Assert.Contains("no RSA key in PEM form", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_WithATokenThatEnded_RenewsItAndAsksAgain()
    {
        var isLoggedIn = 0;
        using var server = new FakeServer(request => request.Path.EndsWith("login", StringComparison.Ordinal)
            ? request.AnswerAsync(200, $"{{\"token\":\"t{++isLoggedIn}\"}}")
            : request.AnswerAsync(request.Header("Authorization") == "token=t2" ? 200 : 401, ""));
        using var authorization = new TokenAuthorization(_http, server.Url, new Credentials("bob", new Secret("x")), _clock);
        var ring = new CredentialRing();
        ring.Add(server.Url, authorization);

        using var answer = await _http.AskAsync(new ClusterRequest(new Uri(server.Url, "x")), ring, default);

        Assert.Equal(2, isLoggedIn);
    }

    static FakeServer Login(DateTimeOffset? end)
    {
        var claims = end is null ? "{}" : $"{{\"exp\":{end.Value.ToUnixTimeSeconds()}}}";
        return new FakeServer(request => request.AnswerAsync(200, $"{{\"token\":\"e30.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(claims))}.x\"}}"));
    }
}
