using Mesoscope.Server.Access;
using Mesoscope.Server.Api.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class TokensApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("tokens");
        tokens.MapGet("", GetAll).WithSummary("One's own bearer tokens");
        tokens.MapPost("", CreateAsync).WithSummary("Makes a bearer token");
        tokens.MapDelete("{id}", RemoveAsync).WithSummary("Removes a bearer token");
    }

    static IEnumerable<TokenRow> GetAll(HttpContext context, AccessControl access) =>
        access.Tokens.Of(Callers.Of(context).User).Select(static t => new TokenRow(t.Id, t.Name, t.CreatedMs, t.LastUsedMs));

    static async Task<NewToken> CreateAsync(NewName request, HttpContext context, AccessControl access)
    {
        var user = Callers.Of(context).User;
        var (token, secret) = await access.Tokens.CreateAsync(user, request.Name ?? "");
        await Callers.AuditAsync(context, access, "token.create", $"{token.Id} ({token.Name})");
        return new NewToken(token.Id, token.Name, secret);
    }

    static async Task<IResult> RemoveAsync(string id, HttpContext context, AccessControl access)
    {
        var user = Callers.Of(context).User;
        await access.Tokens.RemoveAsync(user, id);
        await Callers.AuditAsync(context, access, "token.remove", id);
        return Results.NoContent();
    }
}
