using Mesoscope.Server.Access;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.Server.Api;

// Who asks, while a request is answered.
static class Callers
{
    static readonly object s_key = new();

    public static void Set(HttpContext context, Caller caller) => context.Items[s_key] = caller;

    public static Caller Of(HttpContext context) =>
        context.Items[s_key] as Caller ?? throw new InvalidOperationException("an endpoint that anybody may use asks who does");

    // Notes that who asks changed something.
    public static ValueTask AuditAsync(HttpContext context, AccessControl access, string action, string target) =>
        access.Audit.AddAsync(Of(context).User, action, target, AddressOf(context));

    // Behind a proxy it is the proxy's: what a header says about it can be said by anybody.
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.MapToIPv6() is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "";
}
