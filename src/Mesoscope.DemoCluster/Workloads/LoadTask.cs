using System.Text.Json;

namespace Mesoscope.DemoCluster.Workloads;

/// <summary>Asks the demo's web tasks for their page, some times a second. Where they are it learns from Marathon, as real clients do.</summary>
static class LoadTask
{
    // Often enough to be seen, seldom enough to leave the machine to its owner.
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    const int RequestsPerLookUp = 100;

    public static async Task RunAsync()
    {
        var marathon = Environment.GetEnvironmentVariable("DEMO_MARATHON");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            var pages = marathon is null ? [] : await FindPagesAsync(http, marathon);
            for (var i = 0; i < RequestsPerLookUp; i++)
            {
                if (pages.Count > 0)
                {
                    await AskAsync(http, pages[i % pages.Count]);
                }

                await Task.Delay(s_pause);
            }
        }
    }

    static async Task<List<Uri>> FindPagesAsync(HttpClient http, string marathon)
    {
        try
        {
            using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri(new Uri(marathon), "/v2/apps/shop/web")));
            return [.. document.RootElement.GetProperty("app").GetProperty("tasks").EnumerateArray()
                .SelectMany(t => t.GetProperty("ports").EnumerateArray().Take(1))
                .Select(port => new Uri($"http://127.0.0.1:{port.GetInt32()}/"))];
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException)
        {
            // No Marathon now; the next look-up is soon.
            return [];
        }
    }

    static async Task AskAsync(HttpClient http, Uri page)
    {
        try
        {
            await http.GetStringAsync(page);
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException)
        {
            // A web task that is down is part of the show.
        }
    }
}
