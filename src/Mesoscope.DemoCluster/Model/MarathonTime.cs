using System.Globalization;

namespace Mesoscope.DemoCluster.Model;

/// <summary>Times as Marathon writes them: 2017-01-09T20:02:12.029Z.</summary>
static class MarathonTime
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Text(double unixSeconds) => Text(DateTimeOffset.FromUnixTimeMilliseconds((long)(unixSeconds * 1000)));
}
