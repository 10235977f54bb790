using System.Globalization;
using System.Text;
using Mesoscope.Clusters.Model;

namespace Mesoscope.Clusters.Marathons;

/// <summary>Where the API of a framework that may be a Marathon can be.</summary>
static class MarathonPlaces
{
    // Marathon's own default.
    const int DefaultPort = 8080;
    const string RouterMasterPath = "/mesos/";
    const string NamePart = "marathon";

    /// <summary>True when the name says that it is a Marathon; others may be one under another name.</summary>
    public static bool IsNamedMarathon(ClusterFramework framework) =>
        Encoding.UTF8.GetString(framework.Name).Contains(NamePart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Roots to try, the likeliest first.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="master">The root of the API of the leading master.</param>
    public static IReadOnlyList<Uri> Find(ClusterFramework framework, Uri master)
    {
        var places = new List<Uri>();
        var name = Encoding.UTF8.GetString(framework.Name);
        if (master.AbsolutePath == RouterMasterPath && name.Length > 0)
        {
            // Behind DC/OS' router, which needs no way to the framework's own address and takes our token.
            places.Add(new Uri(new Uri(master.GetLeftPart(UriPartial.Authority)), $"/service/{Uri.EscapeDataString(name)}/"));
        }

        if (ParseWebUrl(Encoding.UTF8.GetString(framework.WebUrl), master) is { } announced)
        {
            places.Add(announced);
        }

        var host = Encoding.UTF8.GetString(framework.Hostname);
        if (IsNamedMarathon(framework) && IsReachableHost(host, master)
            && Uri.TryCreate(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{DefaultPort}/"), UriKind.Absolute, out var usual))
        {
            places.Add(usual);
        }

        return [.. places.Distinct()];
    }

    /// <summary>
    /// A framework's own word about its page. Some hold shell text that nobody expanded, no scheme, or <c>localhost</c>; that is no
    /// place to go to.
    /// </summary>
    static Uri? ParseWebUrl(string text, Uri master) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0 && IsReachableHost(url.IdnHost, master)
            ? new UriBuilder(url) { Query = "", Fragment = "", Path = url.AbsolutePath.TrimEnd('/') + "/" }.Uri
            : null;

    // A framework on the master's machine may well say localhost, but means that machine.
    static bool IsReachableHost(string host, Uri master) =>
        Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            && (master.IsLoopback || !new UriBuilder(Uri.UriSchemeHttp, host).Uri.IsLoopback);
}
