using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Agent.Config;

/// <summary>Reads which masters and Marathons are asked, by the rules of the trace command's options.</summary>
static class MesosSettings
{
    // The trace command's names for them, for those who keep secrets in the environment.
    const string ApiVariable = "MESOSCOPE_MESOS_API";
    const string MasterVariable = "MESOSCOPE_MESOS_CREDENTIALS";
    const string MarathonVariable = "MESOSCOPE_MARATHON_CREDENTIALS";
    const string DcosVariable = "MESOSCOPE_DCOS_CREDENTIALS";

    /// <summary>What the watch of the cluster takes; without addresses when nobody is named.</summary>
    /// <exception cref="SettingsException">Something set cannot be used.</exception>
    public static WatchOptions Read(Settings settings, Func<string, string?> read)
    {
        var addresses = ReadAddresses(settings, read);
        var tls = TlsSettings.Read(settings, "mesos.ca_file", "mesos.insecure");
        return new WatchOptions
        {
            Addresses = addresses,
            Tls = tls,
            UsesTlsBehindZooKeeper = tls.IsInsecure || tls.Authorities is not null,
            FollowsLeader = settings.Switch("mesos.follow_leader", true),
            Interval = TimeSpan.FromSeconds(settings.Number("mesos.poll_seconds", 10, (int)WatchOptions.MinInterval.TotalSeconds, (int)WatchOptions.MaxInterval.TotalSeconds)),
            MasterCredentials = ReadUser(settings, "mesos.credentials_file", MasterVariable, read),
            MarathonCredentials = ReadUser(settings, "mesos.marathon_credentials_file", MarathonVariable, read),
            DcosLogin = ReadLogin(settings, "mesos.dcos_credentials_file", DcosVariable, read),
        };
    }

    static ClusterAddresses ReadAddresses(Settings settings, Func<string, string?> read)
    {
        var addresses = new ClusterAddresses();
        var place = "";
        try
        {
            place = settings.PlaceOf("mesos.masters");
            foreach (var master in settings.List("mesos.masters", []))
            {
                addresses.AddMaster(master);
            }

            place = settings.PlaceOf("mesos.marathons");
            foreach (var marathon in settings.List("mesos.marathons", []))
            {
                addresses.AddMarathon(marathon);
            }

            place = $"environment variable {ApiVariable}";
            foreach (var argument in addresses.IsEmpty ? (read(ApiVariable) ?? "").Split(';') : [])
            {
                addresses.AddArgument(argument);
            }

            return addresses;
        }
        catch (AddressException e)
        {
            throw new SettingsException($"{place}: {e.Message}");
        }
    }

    static Credentials? ReadUser(Settings settings, string key, string variable, Func<string, string?> read) =>
        ReadLogin(settings, key, variable, read) is { } login
            ? login.Credentials ?? throw new SettingsException($"{settings.PlaceOf(key)}: {key} takes user:password, or principal and secret; a service account is for DC/OS only")
            : null;

    static Login? ReadLogin(Settings settings, string key, string variable, Func<string, string?> read)
    {
        var path = settings.Text(key, "");
        try
        {
            var text = path.Length > 0 ? LoginFile.ReadText(path) : read(variable);
            return string.IsNullOrEmpty(text)
                ? null
                : Login.Parse(text) ?? throw new SettingsException($"{(path.Length > 0 ? path : $"environment variable {variable}")}: {LoginFile.Expected}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{settings.PlaceOf(key)}: {e.Message}");
        }
    }
}
