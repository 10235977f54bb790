using Mesoscope.Server.Access;
using Mesoscope.Server.Api.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class AccessKeysApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("access-keys").Allow(AccessRule.Admin);
        keys.MapGet("", GetAll).WithSummary("Keys that agents show");
        keys.MapPost("", CreateAsync).WithSummary("Makes an access key");
        keys.MapDelete("{id}", RemoveAsync).WithSummary("Removes an access key: agents that show it are refused from now on");
    }

    static IEnumerable<AccessKeyRow> GetAll(AccessControl access) =>
        access.Keys.All.Select(k => new AccessKeyRow(k.Id, k.Name, k.CreatedMs, access.Keys.LastUsed(k)));

    static async Task<NewAccessKey> CreateAsync(NewName request, HttpContext context, AccessControl access)
    {
        var (key, secret) = await access.Keys.CreateAsync(request.Name ?? "");
        await Callers.AuditAsync(context, access, "access-key.create", $"{key.Id} ({key.Name})");
        return new NewAccessKey(key.Id, key.Name, secret);
    }

    static async Task<IResult> RemoveAsync(string id, HttpContext context, AccessControl access)
    {
        var key = await access.Keys.RemoveAsync(id);
        await Callers.AuditAsync(context, access, "access-key.remove", $"{key.Id} ({key.Name})");
        return Results.NoContent();
    }
}
