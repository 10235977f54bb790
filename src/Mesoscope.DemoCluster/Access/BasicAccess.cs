using System.Security.Cryptography;
using System.Text;
using Mesoscope.DemoCluster.Hosting;
using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Access;

/// <summary>Asks for a user's name and password (RFC 7617) before anything else.</summary>
sealed class BasicAccess(string user, string password)
{
    readonly byte[] _expected = Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public RequestDelegate Protect(RequestDelegate answer) => context =>
    {
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), _expected))
        {
            return answer(context);
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"mesos-master-readonly\"";
        return Answer.TextAsync(context, StatusCodes.Status401Unauthorized, "");
    };
}
