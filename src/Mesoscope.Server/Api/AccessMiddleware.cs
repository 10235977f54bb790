using Mesoscope.Server.Access;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Api;

/// <summary>Finds out who asks and lets only those pass whom the endpoint's <see cref="AccessRule"/> allows.</summary>
sealed class AccessMiddleware(RequestDelegate next, AccessControl access)
{
    const string CsrfHeader = "X-CSRF-Token";
    const string BearerPrefix = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        // The page itself is for everybody: it is what people sign in with.
        var isPage = context.GetEndpoint() is null && !PageFiles.IsOfApi(context.Request.Path);
        var rule = isPage ? AccessRule.Open : context.GetEndpoint()?.Metadata.GetMetadata<AccessRuleMetadata>()?.Rule ?? AccessRule.SignedIn;
        if (rule == AccessRule.Open || await IsAllowedAsync(context, rule))
        {
            await next(context);
        }
    }

    async Task<bool> IsAllowedAsync(HttpContext context, AccessRule rule)
    {
        var caller = await FindCallerAsync(context);
        if (caller is null)
        {
            if (!context.Response.HasStarted && context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "not signed in", "sign in at api/v1/session, or show a token: Authorization: Bearer TOKEN");
            }

            return false;
        }

        Callers.Set(context, caller);
        if (Refusal(context, caller, rule) is { } refusal)
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, refusal.Title, refusal.Detail);
            return false;
        }

        return true;
    }

    static (string Title, string Detail)? Refusal(HttpContext context, Caller caller, AccessRule rule)
    {
        if (caller.SessionKey is not null && !IsRead(context.Request.Method) && !Secrets.AreEqual(context.Request.Headers[CsrfHeader].ToString(), caller.CsrfToken))
        {
            return ("no proof that the page asks", $"the header {CsrfHeader} is missing or wrong; expected csrfToken of GET api/v1/me");
        }

        if (caller.Account.MustChangePassword && rule != AccessRule.EvenWithOneTimePassword)
        {
            return ("the one-time password is still to be changed", "PUT api/v1/me/password with {current, new} first");
        }

        return rule == AccessRule.Admin && !caller.IsAdmin ? ("not allowed", $"'{caller.User}' is a viewer; this is for admins") : null;
    }

    static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    static string? BearerOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? header[BearerPrefix.Length..].Trim() : null;
    }

    async ValueTask<Caller?> FindCallerAsync(HttpContext context)
    {
        if (BearerOf(context) is not { } token)
        {
            return context.Request.Cookies.TryGetValue(SessionCookie.Name, out var secret) && secret.Length > 0 ? await access.FindBySessionAsync(secret) : null;
        }

        var caller = await access.FindByTokenAsync(token);
        if (caller is not null)
        {
            return caller;
        }

        var address = Callers.AddressOf(context);
        if (access.WrongTokens.Wait(address) is var wait && wait > TimeSpan.Zero)
        {
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too many wrong tokens", "the token in the header Authorization is none of this server's", wait);
            return null;
        }

        // The first of a row is told, not each: a log that strangers can fill is none.
        if (access.WrongTokens.Add(address) == 1)
        {
            await access.Audit.AddAsync("", "token.refuse", "a wrong token", address);
        }

        return null;
    }
}
