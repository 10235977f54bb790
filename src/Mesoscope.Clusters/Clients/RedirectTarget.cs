namespace Mesoscope.Clusters.Clients;

/// <summary>Where a <c>Location</c> leads.</summary>
static class RedirectTarget
{
    /// <summary>
    /// Resolves the header's text. Masters write <c>//host:port</c> without a scheme, which keeps the scheme, and on
    /// <c>/redirect</c> without a path, which keeps the path that was asked for.
    /// </summary>
    /// <param name="asked">The URL that was asked.</param>
    /// <param name="location">The header as it came.</param>
    /// <returns>Null when it leads to nothing that speaks HTTP, or holds credentials of its own.</returns>
    public static Uri? Resolve(Uri asked, string location)
    {
        var text = location.Trim();
        var absolute = text.StartsWith("//", StringComparison.Ordinal) ? $"{asked.Scheme}:{text}"
            : text.StartsWith('/') ? asked.GetLeftPart(UriPartial.Authority) + text
            : text;
        if (text.Length == 0 || !Uri.TryCreate(asked, absolute, out var target)
            || target.Scheme is not ("http" or "https") || target.Host.Length == 0 || target.UserInfo.Length > 0)
        {
            return null;
        }

        return HasPath(text) ? target : new Uri(target, asked.PathAndQuery);
    }

    /// <summary>True for the form that only a master's announcement of its leader has: a host and a port and nothing else.</summary>
    public static bool IsAnnouncement(string location)
    {
        var text = location.Trim();
        return text.StartsWith("//", StringComparison.Ordinal) && !HasPath(text);
    }

    static bool HasPath(string text)
    {
        var scheme = text.IndexOf("//", StringComparison.Ordinal);
        if (scheme < 0 || text.StartsWith('/') && scheme != 0)
        {
            return true;
        }

        var host = text.AsSpan(scheme + 2);
        var end = host.IndexOfAny('/', '?', '#');
        return end >= 0 && host[end..] is not "/";
    }
}
