using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Api;

// The cookie that carries a session's secret: no script can read it, no other site can send it.
static class SessionCookie
{
    public const string Name = "mesoscope_session";

    static readonly TimeSpan s_age = TimeSpan.FromDays(7);

    public static void Set(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Options(context, s_age));

    public static void Remove(HttpContext context) => context.Response.Cookies.Append(Name, "", Options(context, TimeSpan.Zero));

    static CookieOptions Options(HttpContext context, TimeSpan age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        MaxAge = age,
        IsEssential = true,
    };
}
