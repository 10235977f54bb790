using Mesoscope.Server.Access;
using Mesoscope.Server.Api.Objects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mesoscope.Server.Api;

static class SessionApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("session", SignInAsync).Allow(AccessRule.Open).WithSummary("Signs in: sets the cookie");
        api.MapDelete("session", SignOutAsync).Allow(AccessRule.EvenWithOneTimePassword).WithSummary("Signs out");
        api.MapGet("me", GetMe).Allow(AccessRule.EvenWithOneTimePassword).WithSummary("Who asks");
        api.MapPut("me/password", ChangePasswordAsync).Allow(AccessRule.EvenWithOneTimePassword).WithSummary("Changes the password");
    }

    static async Task<Me> SignInAsync(SignInRequest request, HttpContext context, AccessControl access, ApiOptions options, TimeProvider clock)
    {
        var (secret, account) = await access.SignInAsync(request.User ?? "", request.Password ?? "", Callers.AddressOf(context), context.RequestAborted);
        SessionCookie.Set(context, secret);
        return MeOf(new Caller(account, "", null, Secrets.CsrfToken(secret)), options, clock);
    }

    static async Task<IResult> SignOutAsync(HttpContext context, AccessControl access)
    {
        var caller = Callers.Of(context);
        if (caller.SessionKey is { } key)
        {
            await access.Sessions.EndAsync(key);
            await Callers.AuditAsync(context, access, "session.end", caller.User);
        }

        SessionCookie.Remove(context);
        return Results.NoContent();
    }

    static Me GetMe(HttpContext context, ApiOptions options, TimeProvider clock) => MeOf(Callers.Of(context), options, clock);

    static async Task<IResult> ChangePasswordAsync(PasswordChange request, HttpContext context, AccessControl access)
    {
        var caller = Callers.Of(context);
        await access.ChangePasswordAsync(caller, request.Current ?? "", request.New ?? "", Callers.AddressOf(context), context.RequestAborted);
        return Results.NoContent();
    }

    static Me MeOf(Caller caller, ApiOptions options, TimeProvider clock) => new(
        caller.User, caller.Account.Role, caller.Account.MustChangePassword, caller.CsrfToken, options.Version, clock.GetUtcNow().ToUnixTimeMilliseconds());
}
