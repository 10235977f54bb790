using Microsoft.AspNetCore.Http;

namespace Mesoscope.DemoCluster.Hosting;

/// <summary>Which handler answers a path. Small on purpose: the same tables serve a node's own port and the admin router's prefixes.</summary>
sealed class RouteTable
{
    readonly Dictionary<string, RequestDelegate> _exact = new(StringComparer.Ordinal);
    readonly List<(string Prefix, RequestDelegate Handler)> _prefixes = [];

    public void Map(string path, RequestDelegate handler) => _exact.Add(path, handler);

    /// <summary>Everything below a path that ends in a slash; asked in the order of mapping, after the exact paths.</summary>
    public void MapBelow(string prefix, RequestDelegate handler) => _prefixes.Add((prefix, handler));

    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (_exact.TryGetValue(path, out var handler))
        {
            return handler(context);
        }

        foreach (var (prefix, below) in _prefixes)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return below(context);
            }
        }

        return Answer.NotFoundAsync(context);
    }
}
