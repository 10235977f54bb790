using System.Globalization;
using System.Security.Cryptography;
using Mesoscope.Clusters.Addresses;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Watch;

namespace Mesoscope.Cli.CommandLine;

/// <summary>Reads options and variables about the cluster.</summary>
static class ClusterSettingsReader
{
    /// <summary>The reference's variable for <c>-m</c>.</summary>
    public const string ReferenceVariable = "SYSDIG_MESOS_API";

    /// <summary>Our own name for it, which goes before; it may hold several arguments of <c>-m</c>, separated by semicolons.</summary>
    public const string ApiVariable = "MESOSCOPE_MESOS_API";

    // What the options for files hold, for those who keep secrets in the environment.
    const string MasterVariable = "MESOSCOPE_MESOS_CREDENTIALS";
    const string MarathonVariable = "MESOSCOPE_MARATHON_CREDENTIALS";
    const string DcosVariable = "MESOSCOPE_DCOS_CREDENTIALS";

    /// <summary>Applies an option.</summary>
    /// <returns>False when the option is about something else.</returns>
    /// <exception cref="UsageException">Its argument cannot be used.</exception>
    public static bool Apply(ClusterSettings settings, OptionId id, string? argument)
    {
        try
        {
            switch (id)
            {
                case OptionId.MesosApi: settings.Addresses.AddArgument(argument!); break;
                case OptionId.Marathon: settings.Addresses.AddMarathon(argument!); break;
                case OptionId.MesosCredentials: settings.Master = ReadUser("--mesos-credentials", argument!); break;
                case OptionId.MarathonCredentials: settings.Marathon = ReadUser("--marathon-credentials", argument!); break;
                case OptionId.DcosCredentials: settings.Dcos = ReadLogin("--dcos-credentials", argument!); break;
                case OptionId.MesosAuthority: settings.Authorities = TlsOptions.ReadAuthorities(argument!); break;
                case OptionId.MesosInsecure: settings.IsInsecure = true; break;
                case OptionId.MesosStrict: settings.IsStrict = true; break;
                case OptionId.MesosPoll: settings.PollSeconds = ReadSeconds(argument!); break;
                default: return false;
            }
        }
        catch (AddressException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"option '--mesos-ca' cannot be carried out: {e.Message}");
        }

        return true;
    }

    /// <summary>Adds what the environment says, where the command line says nothing.</summary>
    /// <param name="settings">What the command line said.</param>
    /// <param name="isLive">Whether events come from this machine: as in the reference, a file needs no cluster that the line does not name.</param>
    /// <param name="read">Gives the value of a variable; null when it is not set.</param>
    /// <exception cref="UsageException">A value cannot be used, or options contradict each other.</exception>
    public static void ApplyEnvironment(ClusterSettings settings, bool isLive, Func<string, string?> read)
    {
        if (settings.Addresses.IsEmpty && isLive)
        {
            foreach (var argument in (read(ApiVariable) ?? read(ReferenceVariable) ?? "").Split(';'))
            {
                Apply(settings, OptionId.MesosApi, argument);
            }
        }

        if (settings.IsInsecure && settings.Authorities is not null)
        {
            throw new UsageException("only one of --mesos-ca and --mesos-insecure can be given");
        }

        if (!settings.Addresses.IsEmpty)
        {
            settings.Master ??= read(MasterVariable) is { } master ? ToUser(MasterVariable, Login.Parse(master)) : null;
            settings.Marathon ??= read(MarathonVariable) is { } marathon ? ToUser(MarathonVariable, Login.Parse(marathon)) : null;
            settings.Dcos ??= read(DcosVariable) is { } dcos ? Login.Parse(dcos) ?? throw NoLogin(DcosVariable) : null;
        }
    }

    static Login ReadLogin(string option, string path)
    {
        try
        {
            return Login.Parse(LoginFile.ReadText(path)) ?? throw NoLogin(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"option '{option}' cannot be carried out: {e.Message}");
        }
    }

    static Credentials ReadUser(string option, string path) => ToUser(path, ReadLogin(option, path));

    static Credentials ToUser(string place, Login? login) => login?.Credentials ?? throw NoLogin(place);

    static UsageException NoLogin(string place) => new($"{place}: {LoginFile.Expected}");

    static int ReadSeconds(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= WatchOptions.MinInterval.TotalSeconds && seconds <= WatchOptions.MaxInterval.TotalSeconds
                ? seconds
                : throw new UsageException($"option '--mesos-poll' takes a number of seconds from {WatchOptions.MinInterval.TotalSeconds} to {WatchOptions.MaxInterval.TotalSeconds}; seen '{argument}'");
}
