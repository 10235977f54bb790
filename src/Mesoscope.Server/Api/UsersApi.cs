using Mesoscope.Server.Access;
using Mesoscope.Server.Api.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class UsersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var users = api.MapGroup("users").Allow(AccessRule.Admin);
        users.MapGet("", GetAll).WithSummary("All accounts");
        users.MapPost("", CreateAsync).WithSummary("Makes an account with a one-time password");
        users.MapDelete("{name}", RemoveAsync).WithSummary("Removes an account, its sessions and tokens");
        users.MapPost("{name}/password", ResetAsync).WithSummary("Gives an account a new one-time password");
    }

    static IEnumerable<UserRow> GetAll(AccessControl access) =>
        access.Accounts.All.Select(static a => new UserRow(a.Name, a.Role, a.CreatedMs, a.LastSignInMs, a.MustChangePassword));

    static async Task<OneTimePassword> CreateAsync(NewUser request, HttpContext context, AccessControl access)
    {
        var password = await access.Accounts.CreateAsync(request.Name ?? "", request.Role);
        await Callers.AuditAsync(context, access, "user.create", $"{request.Name} ({request.Role})");
        return new OneTimePassword(request.Name!, password);
    }

    static async Task<IResult> RemoveAsync(string name, HttpContext context, AccessControl access)
    {
        await access.Accounts.RemoveAsync(name);
        await access.Sessions.EndAllAsync(name);
        await access.Tokens.RemoveAllAsync(name);
        await Callers.AuditAsync(context, access, "user.remove", name);
        return Results.NoContent();
    }

    static async Task<OneTimePassword> ResetAsync(string name, HttpContext context, AccessControl access)
    {
        var password = await access.ResetPasswordAsync(name);
        await Callers.AuditAsync(context, access, "user.password", name);
        return new OneTimePassword(name, password);
    }
}
