using static Mesoscope.Agent.Config.SettingKind;

namespace Mesoscope.Agent.Config;

/// <summary>All settings of an agent.</summary>
public static class SettingTable
{
    /// <summary>The settings, in the order of the documentation.</summary>
    public static IReadOnlyList<SettingInfo> All { get; } =
    [
        Row("server", Text, "server", "Address of the server, http:// or https://; a path in it is kept."),
        Row("access_key", Text, "access-key", "Shows the server that this agent may send. A file or the environment keep it better.", "ACCESS_KEY"),
        Row("access_key_file", Text, "access-key-file", "File whose first line is the access key."),
        Row("data", Text, "data", "Folder for the agent's id and for what waits to be sent."),
        Row("tags", Map, "tags", "Labels agent.tag.X of everything that this agent measures.", "TAGS"),
        Row("host_name", Text, "host-name", "Name of the host, instead of what it calls itself."),
        Row("tls.ca_file", Text, "ca", "Trust the certificates of this authority (PEM) instead of the machine's."),
        Row("tls.insecure", Switch, "insecure", "Do not look at the server's certificate: whoever is on the way can read the access key."),
        Row("folders.proc", Text, "", "Process file system of the machine; in a container, where the machine's is mounted."),
        Row("folders.cgroup", Text, "", "Control group file systems of the machine."),
        Row("folders.root", Text, "", "Root folder of the machine, for its file systems and its id."),
        Row("kernel.count_calls", Switch, "", "Count system calls, files, network and connections in the kernel, where it can."),
        Row("processes.top", Number, "", "Processes of a container, and of the host, that are shown by each of processor time, memory, network and files; the others are summed."),
        Row("processes.command_lines", Switch, "", "Send the arguments of programs, which may hold secrets."),
        Row("limits.containers", Number, "", "Containers that are measured at most."),
        Row("limits.connections", Number, "", "Connections that are shown at once; 0 for none."),
        Row("limits.spool_megabytes", Number, "", "Disk space for what waits while the server is away; beyond, the oldest values go first."),
        Row("labels.skip", SettingKind.List, "", "Labels of containers, tasks and apps that do not travel; * stands for anything at the end."),
        Row("labels.max_length", Number, "", "Longest value of such a label, in characters; longer ones do not travel."),
        Row("labels.max_count", Number, "", "Labels of one container."),
        Row("runtimes.ask", Switch, "", "Ask Docker and Podman for names, images and labels of their containers."),
        Row("runtimes.docker_socket", Text, "", "Docker's socket."),
        Row("runtimes.podman_socket", Text, "", "The socket of the machine's own Podman."),
        Row("mesos.autodetect", Switch, "", "Look for a Mesos master on this node (its process, port 5050) or the one of a Marathon (port 8080), and ask it for the names of the whole cluster. One agent of a cluster that does is enough."),
        Row("mesos.cluster", Text, "", "Name of the cluster, which tells its tasks from those of others: the same for all agents that ask its masters. Without it the id of its Marathon's framework is taken."),
        Row("mesos.masters", SettingKind.List, "", "Masters to ask, http[s]://host:5050, or their zk://h1,h2,h3/mesos; switches the looking off."),
        Row("mesos.marathons", SettingKind.List, "", "Marathons to ask; without it they are found from their frameworks."),
        Row("mesos.follow_leader", Switch, "", "Go to the master that leads, also when another one is named here."),
        Row("mesos.credentials_file", Text, "", "File with user:password, or principal and secret as JSON, for masters whose address holds none."),
        Row("mesos.marathon_credentials_file", Text, "", "The same for Marathons."),
        Row("mesos.dcos_credentials_file", Text, "", "File with user:password or a service account (uid and private_key as JSON) for the login to DC/OS."),
        Row("mesos.ca_file", Text, "", "Trust the certificates of this authority (PEM); masters behind zk:// are then spoken to with TLS."),
        Row("mesos.insecure", Switch, "", "Do not look at the masters' certificates."),
        Row("mesos.poll_seconds", Number, "", "Time between two questions of servers that do not tell changes by themselves, 1 to 3600."),
    ];

    /// <summary>The setting of a key; null when there is none.</summary>
    public static SettingInfo? Find(string key) => All.FirstOrDefault(setting => setting.Key == key);

    /// <summary>The setting of an option, named without dashes; null when there is none.</summary>
    public static SettingInfo? FindOption(string option) => All.FirstOrDefault(setting => setting.Option == option && option.Length > 0);

    /// <summary>The option that a wrong one was most likely meant to be.</summary>
    public static string NearestOption(string option) =>
        NearestText.Find(option, All.Select(static setting => setting.Option).Where(static name => name.Length > 0).Append("config"));

    /// <summary>The key that a wrong one was most likely meant to be.</summary>
    public static string Nearest(string key) => NearestText.Find(key, All.Select(static setting => setting.Key));

    static SettingInfo Row(string key, SettingKind kind, string option, string description, params string[] further) => new(
        key,
        kind,
        option,
        [.. new[] { "MESOSCOPE_" + key.Replace('.', '_').ToUpperInvariant() }.Concat(further).Distinct()],
        description);
}
