using Mesoscope.Agent.Labels;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.Containers;

namespace Mesoscope.Agent.Config;

/// <summary>Makes an agent's options out of what was set.</summary>
static class AgentOptionsMaker
{
    // What a program without any options would do.
    static readonly AgentOptions s_defaults = new() { Server = new Uri("http://localhost"), AccessKey = new Secret("") };

    /// <summary>The options.</summary>
    /// <exception cref="SettingsException">Something set cannot be used, or is missing.</exception>
    public static AgentOptions Make(Settings settings, Func<string, string?> read)
    {
        return new AgentOptions
        {
            Server = ReadServer(settings),
            AccessKey = ReadKey(settings),
            Tls = TlsSettings.Read(settings, "tls.ca_file", "tls.insecure"),
            DataFolder = settings.Text("data", s_defaults.DataFolder),
            Tags = settings.Map("tags"),
            HostName = settings.Text("host_name", ""),
            ProcFolder = settings.Text("folders.proc", s_defaults.ProcFolder),
            CgroupFolder = settings.Text("folders.cgroup", s_defaults.CgroupFolder),
            RootFolder = settings.Text("folders.root", s_defaults.RootFolder),
            CountsCalls = settings.Switch("kernel.count_calls", s_defaults.CountsCalls),
            TopProcesses = settings.Number("processes.top", s_defaults.TopProcesses, 1, 1000),
            SendsCommandLines = settings.Switch("processes.command_lines", s_defaults.SendsCommandLines),
            MaxContainers = settings.Number("limits.containers", s_defaults.MaxContainers, 1, 100_000),
            MaxConnections = settings.Number("limits.connections", s_defaults.MaxConnections, 0, 100_000),
            MaxSpoolBytes = (long)settings.Number("limits.spool_megabytes", (int)(s_defaults.MaxSpoolBytes >> 20), 1, 1_000_000) << 20,
            Labels = new LabelLimits
            {
                Skip = settings.List("labels.skip", s_defaults.Labels.Skip),
                MaxValueLength = settings.Number("labels.max_length", s_defaults.Labels.MaxValueLength, 1, 10_000),
                MaxCount = settings.Number("labels.max_count", s_defaults.Labels.MaxCount, 1, 1000),
            },
            Runtimes = ReadRuntimes(settings),
            ClusterName = settings.Text("mesos.cluster", ""),
            FindsMasters = settings.Switch("mesos.autodetect", s_defaults.FindsMasters),
            Cluster = MesosSettings.Read(settings, read),
        };
    }

    static Uri ReadServer(Settings settings)
    {
        var text = settings.Text("server", "");
        if (text.Length == 0)
        {
            throw new SettingsException("no server is set: give --server, MESOSCOPE_SERVER or 'server:' in the file, such as http://mesoscope.example.com:8320");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "http" or "https" && server.UserInfo.Length == 0 && server.Query.Length == 0
            ? server
            : throw new SettingsException($"{settings.PlaceOf("server")}: the server is an address such as http://mesoscope.example.com:8320, without user; seen '{text}'");
    }

    static Secret ReadKey(Settings settings)
    {
        if (settings.Text("access_key", "") is { Length: > 0 } key)
        {
            return Check(key.Trim(), settings.PlaceOf("access_key"));
        }

        if (settings.Text("access_key_file", "") is not { Length: > 0 } path)
        {
            throw new SettingsException("no access key is set: give --access-key-file, MESOSCOPE_ACCESS_KEY or 'access_key_file:' in the file; the server makes keys");
        }

        try
        {
            return Check(File.ReadLines(path).FirstOrDefault("").Trim(), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{settings.PlaceOf("access_key_file")}: {e.Message}");
        }
    }

    // It travels in a header; what cannot stand there is a wrong file rather than a key.
    static Secret Check(string key, string place) => key.Length is > 0 and <= 1024 && key.All(static c => c is > ' ' and < (char)127)
        ? new Secret(key)
        : throw new SettingsException($"{place}: holds no access key; one is a word of letters and digits");

    static ContainerWatchOptions? ReadRuntimes(Settings settings)
    {
        var defaults = new ContainerWatchOptions();
        return settings.Switch("runtimes.ask", true)
            ? new ContainerWatchOptions
            {
                DockerSocket = settings.Text("runtimes.docker_socket", defaults.DockerSocket),
                PodmanSocket = settings.Text("runtimes.podman_socket", defaults.PodmanSocket),
            }
            : null;
    }
}
