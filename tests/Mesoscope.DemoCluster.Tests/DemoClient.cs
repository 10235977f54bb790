using System.Net;
using System.Text.Json;

namespace Mesoscope.DemoCluster.Tests;

// A plain client: no redirects, so that tests see them.
static class DemoClient
{
    public static HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All });

    public static async Task<JsonElement> GetJsonAsync(Uri server, string path)
    {
        using var answer = await Http.GetAsync(new Uri(server, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
