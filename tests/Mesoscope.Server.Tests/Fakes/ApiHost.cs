using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Mesoscope.Server.Access;
using Mesoscope.Server.Api;
using Mesoscope.Server.Entities;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mesoscope.Server.Tests.Fakes;

// The API on a port of loopback over stores in memory.
sealed class ApiHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    readonly WebApplication _app;

    ApiHost(WebApplication app, FakeCluster cluster)
    {
        _app = app;
        Cluster = cluster;
        Access = app.Services.GetRequiredService<AccessControl>();
    }

    public FakeCluster Cluster { get; }

    public AccessControl Access { get; }

    public IServiceProvider Services => _app.Services;

    public FirstStart First { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<ApiHost> StartAsync(ApiOptions? options = null, Action<WebApplication>? map = null)
    {
        var cluster = new FakeCluster();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(cluster.Clock);
        builder.Services.AddSingleton<IStore>(cluster.Store);
        builder.Services.AddSingleton<IEntityCatalog>(cluster.Catalog);
        builder.Services.AddSingleton<IAgentList>(cluster.Agents);
        builder.Services.AddApi(options ?? new ApiOptions { PageFolder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        var app = builder.Build();
        app.MapApi();
        map?.Invoke(app);
        var host = new ApiHost(app, cluster);
        host.First = (await host.Access.PrepareAsync())!;
        await app.StartAsync();
        host.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return host;
    }

    public HttpClient Client() => new(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = Address };

    // A browser that signed in and shows the proof with each request.
    public async Task<HttpClient> SignInAsync(string user, string password)
    {
        var client = Client();
        using var response = await client.PostAsJsonAsync("api/v1/session", new { user, password });
        response.EnsureSuccessStatusCode();
        var me = await response.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("csrfToken").GetString());
        return client;
    }

    public async Task<HttpClient> AdminAsync()
    {
        if (Access.Accounts.Find(First.User)!.MustChangePassword)
        {
            await Access.Accounts.ChangePasswordAsync(First.User, First.OneTimePassword, Password);
        }

        return await SignInAsync(First.User, Password);
    }

    public async Task<HttpClient> ViewerAsync(string name = "vera")
    {
        var password = await Access.Accounts.CreateAsync(name, Role.Viewer);
        await Access.Accounts.ChangePasswordAsync(name, password, Password);
        return await SignInAsync(name, Password);
    }

    public async Task<HttpClient> WithTokenAsync(string user)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await Access.Tokens.CreateAsync(user, "script")).Secret);
        return client;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
