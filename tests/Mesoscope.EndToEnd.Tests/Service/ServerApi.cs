using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mesoscope.EndToEnd.Tests.Servers;

namespace Mesoscope.EndToEnd.Tests.Service;

/// <summary>What a script sees of a server: it shows a token with each request.</summary>
sealed class ServerApi : IDisposable
{
    readonly HttpClient _client = new();

    /// <summary>Does what a newcomer does: changes the one-time password, and makes a token for everything else.</summary>
    internal static async Task<ServerApi> SignInAsync(ServerRun server)
    {
        const string Chosen = "a password of one's own";
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = server.Address };
        var me = await ReadAsync(await browser.PostAsJsonAsync("api/v1/session", new { user = "admin", password = server.OneTimePassword }));
        browser.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("csrfToken").GetString());
        using var changed = await browser.PutAsJsonAsync("api/v1/me/password", new { current = server.OneTimePassword, @new = Chosen });
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
        var token = (await ReadAsync(await browser.PostAsJsonAsync("api/v1/tokens", new { name = "test" }))).GetProperty("token").GetString();
        var api = new ServerApi();
        api._client.BaseAddress = server.Address;
        api._client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return api;
    }

    internal async Task<JsonElement> AskAsync(string address, object question) => await ReadAsync(await _client.PostAsJsonAsync(address, question));

    internal async Task<JsonElement> GetAsync(string address) => await ReadAsync(await _client.GetAsync(address));

    public void Dispose() => _client.Dispose();

    static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}");
            return JsonDocument.Parse(text).RootElement;
        }
    }
}
