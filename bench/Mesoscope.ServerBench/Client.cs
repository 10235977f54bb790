using System.Net.Http.Json;
using System.Text.Json;

namespace Mesoscope.ServerBench;

// Who signed in.
static class Client
{
    public static async Task<HttpClient> SignInAsync(ServerProcess server)
    {
        var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var changed = Guid.NewGuid().ToString();
        using var first = await client.PostAsJsonAsync("api/v1/session", new { user = "admin", password = server.Password });
        first.EnsureSuccessStatusCode();
        var me = await first.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("csrfToken").GetString());
        using var change = await client.PutAsJsonAsync("api/v1/me/password", new { current = server.Password, @new = changed });
        change.EnsureSuccessStatusCode();
        return client;
    }
}
