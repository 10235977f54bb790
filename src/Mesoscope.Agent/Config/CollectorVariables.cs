namespace Mesoscope.Agent.Config;

/// <summary>
/// Understands the environment of app definitions that were written for Sysdig's agent: <c>COLLECTOR</c>, <c>COLLECTOR_PORT</c>,
/// <c>SECURE</c>, <c>CHECK_CERTIFICATE</c> (<c>CHECK_CERT</c>).
/// </summary>
static class CollectorVariables
{
    /// <summary>Adds what they set, where the agent's own variables say nothing.</summary>
    public static void Read(Settings settings, Func<string, string?> read)
    {
        if (read("COLLECTOR") is { Length: > 0 } host)
        {
            var scheme = IsOff(read("SECURE")) ? "http" : "https";
            var port = read("COLLECTOR_PORT") is { Length: > 0 } text ? ":" + text : "";
            settings.AddText(SettingTable.Find("server")!, $"{scheme}://{host}{port}", "environment variable COLLECTOR");
        }

        if (IsOff(read("CHECK_CERTIFICATE") ?? read("CHECK_CERT")))
        {
            settings.AddText(SettingTable.Find("tls.insecure")!, "true", "environment variable CHECK_CERTIFICATE");
        }
    }

    static bool IsOff(string? text) => text?.ToUpperInvariant() is "FALSE" or "0" or "NO";
}
