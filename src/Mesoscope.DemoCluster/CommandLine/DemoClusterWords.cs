using System.Globalization;

namespace Mesoscope.DemoCluster.CommandLine;

/// <summary>Reads the words behind <c>mesoscope demo-cluster</c>.</summary>
static class DemoClusterWords
{
    /// <summary>Its value holds a password.</summary>
    public const string UserOption = "--user";

    const string UserVariable = "MESOSCOPE_DEMO_USER";
    const int MaxNumber = 1_000_000;

    public const string Help =
        """
        Usage: mesoscope demo-cluster [options]

        An invented Mesos cluster on loopback, to try the other commands on. It runs until Ctrl-C.

          --scene NAME         cluster: a whole one; article: two redis that want one port, a web app under load,
                               an app that leaks, a batch framework and nothing else (cluster)
          --masters N          Mesos masters, 1 to 9 (3)
          --marathons N        Marathons, 0 to 9 (2)
          --agents N           Mesos agents (3)
          --apps N             invented apps beside those of the demo's shop (8)
          --batch N            frameworks without groups (1)
          --batch-tasks N      tasks of each of them (4)
          --batch-labels N     further labels of each of these tasks (0)
          --seed N             names, ids and choices follow from it (1)
          --port N             the first master's port (5050); 0 lets the system choose all ports
          --mesos-version X    paths and documents of this Mesos, 0.19.0 to 1.11.0 (1.11.0)
          --run                runs the tasks: processes in cgroups, Docker containers where a daemon answers; needs root
          --user NAME:WORD     asks for this name and password (HTTP Basic)
          --user-file FILE     the same from a file's first line; without both MESOSCOPE_DEMO_USER counts
          --tls FILE           HTTPS; the certificate to trust is written to FILE
          --help               this text

        'curl http://127.0.0.1:5050/demo' tells the addresses and what the cluster can be made to do.

        """;

    static readonly Dictionary<string, Func<Settings, string, Settings>> s_options = new(StringComparer.Ordinal)
    {
        ["--scene"] = (s, v) => s.With(o => o with { Scene = ReadScene(v) }),
        ["--masters"] = (s, v) => s.With(o => o with { Masters = Number("--masters", v, 1, 9) }),
        ["--marathons"] = (s, v) => s.With(o => o with { Marathons = Number("--marathons", v, 0, 9) }),
        ["--agents"] = (s, v) => s.With(o => o with { Agents = Number("--agents", v, 1, MaxNumber) }),
        ["--apps"] = (s, v) => s.With(o => o with { Apps = Number("--apps", v, 0, MaxNumber) }),
        ["--batch"] = (s, v) => s.With(o => o with { BatchFrameworks = Number("--batch", v, 0, MaxNumber) }),
        ["--batch-tasks"] = (s, v) => s.With(o => o with { TasksPerBatchFramework = Number("--batch-tasks", v, 0, MaxNumber) }),
        ["--batch-labels"] = (s, v) => s.With(o => o with { LabelsPerBatchTask = Number("--batch-labels", v, 0, MaxNumber) }),
        ["--seed"] = (s, v) => s.With(o => o with { Seed = Number("--seed", v, 0, int.MaxValue) }),
        ["--port"] = (s, v) => s.With(o => o with { Port = Number("--port", v, 0, 65000) }),
        ["--mesos-version"] = (s, v) => s.With(o => o with { MesosVersion = ReadVersion(v) }),
        [UserOption] = (s, v) => s.With(o => WithUser(o, v, UserOption)),
        ["--user-file"] = (s, v) => s.With(o => WithUser(o, File.ReadLines(v).FirstOrDefault() ?? "", $"--user-file {v}")),
        ["--tls"] = (s, v) => s.With(o => o with { Tls = true }) with { CertificateFile = v },
    };

    /// <summary>What was asked for; options null when it was the help.</summary>
    public sealed record Settings(DemoClusterOptions? Options, string? CertificateFile)
    {
        internal Settings With(Func<DemoClusterOptions, DemoClusterOptions> change) => this with { Options = change(Options!) };
    }

    /// <summary>Reads the words.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
    /// <exception cref="FormatException">The words cannot be understood; the message says which and what was expected.</exception>
    /// <exception cref="IOException">A file that they name cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file that they name must not be read.</exception>
    public static Settings Read(IReadOnlyList<string> words, Func<string, string?> variable)
    {
        const int StandardPort = 5050;
        var settings = new Settings(new DemoClusterOptions { Port = StandardPort }, null);
        for (var i = 0; i < words.Count; i++)
        {
            var parts = words[i].Split('=', 2);
            switch (parts[0])
            {
                case "--help" or "-h":
                    return new Settings(null, null);
                case "--run":
                    settings = settings.With(o => o with { Run = true });
                    break;
                case var name when s_options.TryGetValue(name, out var apply):
                    var value = parts.Length == 2 ? parts[1] : ++i < words.Count ? words[i] : throw new FormatException($"{name} needs a value");
                    settings = apply(settings, value);
                    break;
                default:
                    throw new FormatException($"unknown option '{words[i]}'; 'mesoscope demo-cluster --help' lists them");
            }
        }

        return settings.Options!.User is null && variable(UserVariable) is { Length: > 0 } user ? settings.With(o => WithUser(o, user, UserVariable)) : settings;
    }

    // What was seen is a secret, perhaps, and not repeated.
    static DemoClusterOptions WithUser(DemoClusterOptions options, string text, string place) => text.Split(':', 2) is [{ Length: > 0 } name, var word]
        ? options with { User = name, Password = word }
        : throw new FormatException($"{place}: expected NAME:WORD");

    static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} {text}: expected a number from {least} to {most}");

    static DemoScene ReadScene(string text) => text switch
    {
        "cluster" => DemoScene.Cluster,
        "article" => DemoScene.Article,
        _ => throw new FormatException($"--scene {text}: expected cluster or article"),
    };

    static Version ReadVersion(string text) =>
        Version.TryParse(text, out var version) ? version : throw new FormatException($"--mesos-version {text}: expected a version such as 1.7.0");
}
