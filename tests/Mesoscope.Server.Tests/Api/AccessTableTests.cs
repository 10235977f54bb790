using System.Net;
using System.Text;
using Mesoscope.Server.Access;
using Mesoscope.Server.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mesoscope.Server.Tests.Api;

public sealed class AccessTableTests
{
    const string Tree = "{\"groupBy\":[\"host.hostName\"],\"columns\":[]}";
    const string Series = "{\"metrics\":[{\"metric\":\"cpu.used.percent\"}],\"fromMs\":-60000,\"toMs\":0}";

    // Method, address, body; then what is answered to nobody, to who has a one-time password, to a viewer, to a viewer's token, to an admin.
    static readonly (string Method, string Address, string? Body, int Nobody, int OneTime, int Viewer, int Token, int Admin)[] s_table =
    [
        ("GET", "healthz", null, 200, 200, 200, 200, 200),
        ("GET", "openapi/v1.json", null, 401, 403, 200, 200, 200),
        ("POST", "api/v1/session", "{\"user\":\"x\",\"password\":\"y\"}", 401, 401, 401, 401, 401),
        ("GET", "api/v1/me", null, 401, 200, 200, 200, 200),
        ("PUT", "api/v1/me/password", "{\"current\":\"x\",\"new\":\"y\"}", 401, 422, 422, 422, 422),
        ("GET", "api/v1/users", null, 401, 403, 403, 403, 200),
        ("POST", "api/v1/users", "{\"name\":\"\",\"role\":\"viewer\"}", 401, 403, 403, 403, 422),
        ("DELETE", "api/v1/users/nobody", null, 401, 403, 403, 403, 404),
        ("POST", "api/v1/users/nobody/password", null, 401, 403, 403, 403, 404),
        ("GET", "api/v1/tokens", null, 401, 403, 200, 200, 200),
        ("POST", "api/v1/tokens", "{\"name\":\"\"}", 401, 403, 422, 422, 422),
        ("DELETE", "api/v1/tokens/none", null, 401, 403, 404, 404, 404),
        ("GET", "api/v1/access-keys", null, 401, 403, 403, 403, 200),
        ("POST", "api/v1/access-keys", "{\"name\":\"\"}", 401, 403, 403, 403, 422),
        ("DELETE", "api/v1/access-keys/none", null, 401, 403, 403, 403, 404),
        ("GET", "api/v1/audit", null, 401, 403, 403, 403, 200),
        ("GET", "api/v1/agents", null, 401, 403, 200, 200, 200),
        ("GET", "api/v1/groupings", null, 401, 403, 200, 200, 200),
        ("PUT", "api/v1/groupings/own", "{\"name\":\"mine\",\"groupBy\":[\"a\"]}", 401, 403, 200, 200, 200),
        ("DELETE", "api/v1/groupings/none", null, 401, 403, 404, 404, 404),
        ("GET", "api/v1/metrics", null, 401, 403, 200, 200, 200),
        ("GET", "api/v1/labels", null, 401, 403, 200, 200, 200),
        ("GET", "api/v1/labels/host.hostName/values", null, 401, 403, 200, 200, 200),
        ("POST", "api/v1/tree", Tree, 401, 403, 200, 200, 200),
        ("POST", "api/v1/series", Series, 401, 403, 200, 200, 200),
        ("POST", "api/v1/entities", "{\"kind\":\"host\"}", 401, 403, 200, 200, 200),
        ("GET", "api/v1/happenings", null, 401, 403, 200, 200, 200),
        ("GET", "api/v1/live?q=%7B%22happenings%22:%7B%7D%7D", null, 401, 403, 200, 200, 200),
        ("POST", "api/v1/live", "{\"happenings\":{}}", 401, 403, 200, 200, 200),
        ("GET", "api/v1/nothing", null, 401, 403, 404, 404, 404),
        ("GET", "api/v1/tree", null, 401, 403, 405, 405, 405),
        ("DELETE", "api/v1/session", null, 401, 204, 204, 204, 204),
    ];

    [Fact]
    public async Task Endpoints_AskedByEachKindOfCaller_AnswerAsTheTableSays()
    {
        await using var host = await ApiHost.StartAsync();
        using var nobody = host.Client();
        var password = await host.Access.Accounts.CreateAsync("new", Role.Admin);
        using var oneTime = await host.SignInAsync("new", password);
        using var viewer = await host.ViewerAsync();
        using var token = await host.WithTokenAsync("vera");
        using var admin = await host.AdminAsync();
        foreach (var row in s_table)
        {
            foreach (var (name, client, expected) in new[]
            {
                ("nobody", nobody, row.Nobody), ("one-time password", oneTime, row.OneTime), ("viewer", viewer, row.Viewer), ("token", token, row.Token), ("admin", admin, row.Admin),
            })
            {
                using var request = Request(row.Method, row.Address, row.Body);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                Assert.True((int)response.StatusCode == expected, $"{row.Method} {row.Address} by {name}: {(int)response.StatusCode}, expected {expected}");
                if (expected >= 400)
                {
                    Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
                }
            }
        }
    }

    [Fact]
    public async Task Endpoints_AllOfThem_AreInTheTable()
    {
        await using var host = await ApiHost.StartAsync();
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(static e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(m => $"{m} {e.RoutePattern.RawText!.TrimStart('/').TrimEnd('/')}"))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(s_table.Length - 2, endpoints.Count);
    }

    [Fact]
    public async Task Change_WithTheCookieButWithoutProof_IsRefused()
    {
        await using var host = await ApiHost.StartAsync();
        using var admin = await host.AdminAsync();
        var token = admin.DefaultRequestHeaders.GetValues("X-CSRF-Token").Single();
        admin.DefaultRequestHeaders.Remove("X-CSRF-Token");
        foreach (var row in s_table.Where(static r => r.Method != "GET" && r.Address != "api/v1/session"))
        {
            using var request = Request(row.Method, row.Address, row.Body);
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.SendAsync(request)).StatusCode);
        }

        foreach (var wrong in new[] { "", "x", token[..^1], token + "0" })
        {
            using var request = Request("POST", "api/v1/tree", Tree);
            request.Headers.Add("X-CSRF-Token", wrong);
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.SendAsync(request)).StatusCode);
        }

        using var right = Request("POST", "api/v1/tree", Tree);
        right.Headers.Add("X-CSRF-Token", token);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(right)).StatusCode);
    }

    static HttpRequestMessage Request(string method, string address, string? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return request;
    }
}
