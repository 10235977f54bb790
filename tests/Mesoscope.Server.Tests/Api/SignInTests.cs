using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mesoscope.Server.Access;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Api;

public sealed class SignInTests : IAsyncLifetime
{
    ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task SignIn_TheFirstTime_WantsANewPasswordAndThenWorks()
    {
        using var client = await _host.SignInAsync(_host.First.User, _host.First.OneTimePassword);
        Assert.True((await MeAsync(client)).GetProperty("mustChangePassword").GetBoolean());
        foreach (var (current, next) in new[] { ("wrong", "long enough, surely"), (_host.First.OneTimePassword, "too short"), (_host.First.OneTimePassword, _host.First.OneTimePassword) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PutAsJsonAsync("api/v1/me/password", new { current, @new = next })).StatusCode);
        }

        using var other = await _host.SignInAsync(_host.First.User, _host.First.OneTimePassword);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsJsonAsync("api/v1/me/password", new { current = _host.First.OneTimePassword, @new = ApiHost.Password })).StatusCode);
        Assert.False((await MeAsync(client)).GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("api/v1/users")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("api/v1/me")).StatusCode);
        Assert.Null(await _host.Access.PrepareAsync());
    }

    [Fact]
    public async Task Cookie_OfASession_IsOutOfReachOfScriptsAndOtherSites()
    {
        using var client = _host.Client();
        using var response = await client.PostAsJsonAsync("api/v1/session", new { user = _host.First.User, password = _host.First.OneTimePassword });
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("mesoscope_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WithWrongPasswords_IsRefusedForAWhile()
    {
        using var client = _host.Client();
        Task<HttpResponseMessage> TryAsync(string user, string password) => client.PostAsJsonAsync("api/v1/session", new { user, password });
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync("admin", $"wrong {i}")).StatusCode);
        }

        using var refused = await TryAsync("ADMIN", _host.First.OneTimePassword);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 300);
        _host.Cluster.Clock.Advance(300_000);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync("Admin", _host.First.OneTimePassword)).StatusCode);
    }

    [Fact]
    public async Task Session_Unused_EndsAfterTwelveHours_UsedAfterSevenDays()
    {
        using var idle = await _host.AdminAsync();
        using var busy = await _host.SignInAsync(_host.First.User, ApiHost.Password);
        for (var hour = 0; hour < 7 * 24; hour += 6)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("api/v1/me")).StatusCode);
            _host.Cluster.Clock.Advance(6 * 3_600_000);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("api/v1/me")).StatusCode);
        _host.Cluster.Clock.Advance(1);
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.GetAsync("api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task SignOut_OfASession_EndsItOnTheServer()
    {
        using var client = await _host.AdminAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("api/v1/me")).StatusCode);
        Assert.Empty(_host.Cluster.Store.ReadDocuments("session"));
    }

    [Fact]
    public async Task Users_MadeAndRemoved_LoseSessionsAndTokens()
    {
        using var admin = await _host.AdminAsync();
        var made = await (await admin.PostAsJsonAsync("api/v1/users", new { name = "otto", role = "viewer" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostAsJsonAsync("api/v1/users", new { name = "OTTO", role = "admin" })).StatusCode);
        using var otto = await _host.SignInAsync("otto", made.GetProperty("oneTimePassword").GetString()!);
        using var token = await _host.WithTokenAsync("otto");
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync("api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync("api/v1/users/otto")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync("api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await otto.GetAsync("api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.DeleteAsync("api/v1/users/admin")).StatusCode);
    }

    [Fact]
    public async Task Tokens_MadeAndRemoved_WorkAndStopWorking()
    {
        using var viewer = await _host.ViewerAsync();
        var made = await (await viewer.PostAsJsonAsync("api/v1/tokens", new { name = "script" })).Content.ReadFromJsonAsync<JsonElement>();
        using var script = _host.Client();
        script.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await script.GetAsync("api/v1/agents")).StatusCode);
        Assert.Single((await (await viewer.GetAsync("api/v1/tokens")).Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray());
        Assert.Equal(HttpStatusCode.NoContent, (await viewer.DeleteAsync($"api/v1/tokens/{made.GetProperty("id").GetString()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync("api/v1/agents")).StatusCode);
    }

    [Fact]
    public async Task WrongTokens_AThousandTimes_AreHeldUpAndToldOnce()
    {
        using var admin = await _host.AdminAsync();
        using var client = _host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "mst_wrong");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 1_000; i++)
        {
            using var response = await client.GetAsync("api/v1/me");
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(100, statuses.Count(static s => s == HttpStatusCode.Unauthorized));
        Assert.Equal(900, statuses.Count(static s => s == HttpStatusCode.TooManyRequests));
        using var right = await _host.WithTokenAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await right.GetAsync("api/v1/me")).StatusCode);
        Assert.Single(_host.Access.Audit.Newest(2_000), static e => e.Action == "token.refuse");
    }

    [Fact]
    public async Task Store_AfterEverything_HoldsNoSecret()
    {
        using var admin = await _host.AdminAsync();
        var token = (await _host.Access.Tokens.CreateAsync("admin", "x")).Secret;
        var made = await (await admin.PostAsJsonAsync("api/v1/access-keys", new { name = "y" })).Content.ReadFromJsonAsync<JsonElement>();
        using var client = _host.Client();
        await client.PostAsJsonAsync("api/v1/session", new { user = "admin", password = "a wrong password" });
        var all = string.Join('\n', new[] { "account", "session", "token", "access-key", "audit" }.SelectMany(_host.Cluster.Store.ReadDocuments).Select(static d => d.Key + d.Value));
        Assert.All(
            [token, made.GetProperty("key").GetString()!, _host.First.AccessKey, _host.First.OneTimePassword, ApiHost.Password, "a wrong password", admin.DefaultRequestHeaders.GetValues("X-CSRF-Token").Single()],
            secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.Contains("$argon2id$v=19$m=19456,t=2,p=1$", all, StringComparison.Ordinal);
        var audit = await (await admin.GetAsync("api/v1/audit")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("session.refuse", audit[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task AccessKeys_OfAnotherStart_AreKnown()
    {
        Assert.True(_host.Access.Keys.TryFind(_host.First.AccessKey, out var info));
        Assert.Equal("first", info.Name);
        using var again = new AccessControl(_host.Cluster.Store, _host.Cluster.Clock);
        Assert.True(again.Keys.TryFind(_host.First.AccessKey, out _));
        Assert.False(again.Keys.TryFind(_host.First.AccessKey + "x", out _));
        Assert.False(again.Keys.TryFind("", out _));
        Assert.NotNull(await again.Accounts.CheckAsync("admin", _host.First.OneTimePassword));
    }

    static async Task<JsonElement> MeAsync(HttpClient client) => await (await client.GetAsync("api/v1/me")).Content.ReadFromJsonAsync<JsonElement>();
}
