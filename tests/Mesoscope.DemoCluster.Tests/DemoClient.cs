using System.Net;
using System.Text;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests;

// A plain client: no redirects, so that tests see them.
static class DemoClient
{
    // A stream that stays silent is a failure; this is how long a busy machine may take to answer.
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    public static HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Servers of former tests had the same ports.
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    public static async Task<JsonElement> GetJsonAsync(Uri server, string path)
    {
        using var answer = await Http.GetAsync(new Uri(server, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    public static HttpRequestMessage Call(Uri master, string body, string accept = "application/json") => new(HttpMethod.Post, new Uri(master, "/api/v1"))
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { { "Accept", accept } },
    };

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
