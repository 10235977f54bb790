using System.Net;
using Mesoscope.Server.Api;
using Mesoscope.Server.Tests.Fakes;

namespace Mesoscope.Server.Tests.Api;

public sealed class PageFilesTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public PageFilesTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "index.html"), "<!doctype html><head><base href=\"/\"></head>");
        _folder.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(_folder.FullName, "assets", "page-1234.js"), "let plain = 1;");
        File.WriteAllText(Path.Combine(_folder.FullName, "assets", "page-1234.js.br"), "packed");
        File.WriteAllText(Path.Combine(_folder.FullName, "assets", "secret.unknown"), "x");
    }

    [Fact]
    public async Task Get_OfThePage_NeedsNoSignInAndHasItsHeaders()
    {
        await using var host = await StartAsync("");
        using var client = host.Client();
        foreach (var address in new[] { "", "explore", "settings/users", "index.html", "?a=b" })
        {
            using var page = await client.GetAsync(address);
            Assert.Equal("<!doctype html><head><base href=\"/\"></head>", await page.Content.ReadAsStringAsync());
            Assert.Equal(("text/html", "no-cache"), (page.Content.Headers.ContentType!.MediaType, page.Headers.CacheControl!.ToString()));
            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Get_OfAFile_ComesPackedAndIsKept()
    {
        await using var host = await StartAsync("");
        using var client = host.Client();
        using var plain = await client.GetAsync("assets/page-1234.js");
        Assert.Equal("let plain = 1;", await plain.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", plain.Headers.CacheControl!.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "assets/page-1234.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var packed = await client.SendAsync(request);
        Assert.Equal(("packed", "br"), (await packed.Content.ReadAsStringAsync(), packed.Content.Headers.ContentEncoding.Single()));
        using var again = new HttpRequestMessage(HttpMethod.Get, "assets/page-1234.js");
        again.Headers.IfNoneMatch.Add(plain.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("assets/missing.js")]
    [InlineData("assets/secret.unknown")]
    [InlineData("..%2f..%2fetc%2fpasswd.js")]
    [InlineData("%2e%2e/%2e%2e/etc/hosts.txt")]
    public async Task Get_OfWhatIsNoFile_IsNotFound(string address)
    {
        await using var host = await StartAsync("");
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Get_UnderAPathPrefix_TellsThePageItsBase()
    {
        await using var host = await StartAsync("/mesoscope");
        using var client = host.Client();
        Assert.Contains("<base href=\"/mesoscope/\"", await client.GetStringAsync("mesoscope/explore"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("mesoscope/assets/page-1234.js")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("mesoscope/api/v1/me")).StatusCode);
        Assert.Equal("ok\n", await client.GetStringAsync("mesoscope/healthz"));
    }

    public void Dispose() => _folder.Delete(true);

    Task<ApiHost> StartAsync(string prefix) => ApiHost.StartAsync(new ApiOptions { PathPrefix = prefix, PageFolder = _folder.FullName });
}
