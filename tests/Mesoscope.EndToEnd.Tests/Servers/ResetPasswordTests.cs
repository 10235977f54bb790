using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Servers;

public sealed partial class ResetPasswordTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_OfAnAccount_PrintsAOneTimePasswordThatSignsInAndIsAudited()
    {
        using var server = new ServerRun(_folder.File("data"));
        await server.StartAsync();
        server.Kill();
        var result = Reset("ADMIN");
        Assert.Equal((0, ""), (result.Status, string.Join('\n', result.ErrorLines)));
        var password = Password().Match(result.OutputText).Groups[1].Value;

        await server.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(browser, server.OneTimePassword));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(browser, password));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("api/v1/audit")).StatusCode);
        server.Kill();
        using var store = Mesoscope.Server.Storage.Sqlite.SqliteStore.Open(new() { Folder = _folder.File("data"), MaintainsItself = false });
        Assert.Contains(store.Records.ReadDocuments("audit"), static e => e.Value.Contains("\"user.password\"", StringComparison.Ordinal) && e.Value.Contains("\"user\":\"server\"", StringComparison.Ordinal));
        Assert.DoesNotContain(store.Records.ReadDocuments("audit"), e => e.Value.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WhereItCannotBe_SaysWhyAndIsNotZero()
    {
        Assert.Contains("there is no database in", Refused("admin"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("data")));
        using var server = new ServerRun(_folder.File("data"));
        await server.StartAsync();
        Assert.Contains("another server may run on it", Refused("admin"), StringComparison.Ordinal);
        server.Kill();
        Assert.EndsWith("there is no account named 'nobody'; there are: admin", Refused("nobody"), StringComparison.Ordinal);
        Assert.Contains("needs the name of an account", Refused(""), StringComparison.Ordinal);
    }

    string Refused(string user)
    {
        var result = Reset(user);
        Assert.Equal((1, ""), (result.Status, result.OutputText));
        return Assert.Single(result.ErrorLines);
    }

    ProgramResult Reset(string user) => ProgramRun.Run(ProgramRun.Mesoscope, ["server", "--reset-password", user, "--data", _folder.File("data")]);

    static async Task<HttpStatusCode> SignInAsync(HttpClient browser, string password)
    {
        using var answer = await browser.PostAsJsonAsync("api/v1/session", new { user = "admin", password });
        if (answer.IsSuccessStatusCode)
        {
            var me = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            browser.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("csrfToken").GetString());
        }

        return answer.StatusCode;
    }

    [GeneratedRegex(@"with password\s+(\S+)")]
    private static partial Regex Password();
}
