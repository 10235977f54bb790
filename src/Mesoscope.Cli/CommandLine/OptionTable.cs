namespace Mesoscope.Cli.CommandLine;

/// <summary>
/// The options of <c>trace</c> in the order of the help. The letters and names are sysdig's, so that habits and scripts stay valid;
/// options that only matter while events are captured live are accepted and do nothing when a file is read.
/// </summary>
static class OptionTable
{
    const OptionArgument None = OptionArgument.None;
    const OptionArgument Required = OptionArgument.Required;
    const OptionArgument Optional = OptionArgument.Optional;

    /// <summary>All rows.</summary>
    public static OptionInfo[] Rows { get; } =
    [
        new(OptionId.PrintAscii, 'A', "print-ascii", None, "-A, --print-ascii",
            "Show data buffers as text: line ends are kept, and what cannot be printed is left out."),
        new(OptionId.PrintBase64, 'b', "print-base64", None, "-b, --print-base64",
            "Show data buffers in base64, for binary data on its way through text."),
        new(OptionId.Bpf, 'B', "bpf", Optional, "-B<bpf_probe>, --bpf=<bpf_probe>",
            "Accepted for scripts written for sysdig; chooses a probe for live capture and does nothing for files."),
        new(OptionId.Chisel, 'c', "chisel", Required, "-c <chiselname> <chiselargs>, --chisel <chiselname> <chiselargs>",
            "Run a chisel. Arguments, if it has any, follow its name."),
        new(OptionId.ListChisels, '\0', "list-chisels", None, "-cl, --list-chisels",
            "List the chisels."),
        new(OptionId.FileSize, 'C', "file-size", Required, "-C <file_size>, --file-size=<file_size>",
            "With -w: begin a new file before the one at hand grows beyond <file_size> millions of bytes (10^6). Files get the name given "
            + "to -w with a number behind it, from 0 on. -W says how many are kept."),
        new(OptionId.Cri, '\0', "cri", Required, "--cri <path>",
            "Socket of the container runtime that is asked for names of containers, live."),
        new(OptionId.CriTimeout, '\0', "cri-timeout", Required, "--cri-timeout <timeout_ms>",
            "How many milliseconds to wait for the container runtime's answer, live."),
        new(OptionId.DisplayFilter, 'd', "displayflt", None, "-d, --displayflt",
            "The filter only decides what is printed: every event passes the state first. Without it events are filtered as early as "
            + "possible, which is faster, but state such as names of descriptors can be missing."),
        new(OptionId.Debug, 'D', "debug", None, "-D, --debug",
            "Show the events that the capturing program made about itself as well."),
        new(OptionId.ExcludeUsers, 'E', "exclude-users", None, "-E, --exclude-users",
            "Leave users and groups out: user.name and group.name have no values, and -w writes no user list."),
        new(OptionId.EventLimit, 'e', "event-limit", Required, "-e <num_events>",
            "With -w: begin a new file after <num_events> events. With -W the files form a ring."),
        new(OptionId.FatFile, 'F', "fatfile", None, "-F, --fatfile",
            "With -w and a filter: write events that the filter drops but the state needs (such as clone and open) as well, hidden, so "
            + "that a later reader knows all names. Such files can be much larger."),
        new(OptionId.FilterProcessList, '\0', "filter-proclist", None, "--filter-proclist",
            "With -w and a filter: apply the filter to the list of processes at the head of the file as well, so that nothing of "
            + "others is in it."),
        new(OptionId.Seconds, 'G', "seconds", Required, "-G <num_seconds>, --seconds=<num_seconds>",
            "With -w: begin a new file every <num_seconds> seconds. The name may hold the time in the notation of strftime(3); otherwise "
            + "a number is put behind it. -W makes a ring of the files."),
        new(OptionId.Help, 'h', "help", None, "-h, --help",
            "Show this text."),
        new(OptionId.Plugin, 'H', "plugin", Required, "-H <pluginname>[:<initconfig>], --plugin <pluginname>[:<initconfig>]",
            "Not supported: events come from system calls and from captures."),
        new(OptionId.PluginInput, 'I', "input", Required, "-I <pluginname>[:<openparams>], --input <pluginname>[:<openparams>]",
            "Not supported, as -H."),
        new(OptionId.ChiselInfo, 'i', "chisel-info", Required, "-i <chiselname>, --chisel-info <chiselname>",
            "Describe a chisel and its arguments."),
        new(OptionId.Json, 'j', "json", None, "-j, --json",
            "Print each event as a JSON object whose members are the fields of the format, sorted by name. Data buffers follow -A, -b, -x "
            + "and -X."),
        new(OptionId.Ndjson, '\0', "ndjson", None, "--ndjson",
            "Print each event as a JSON object on a line of its own, members in the order of the format, numbers as numbers, absent "
            + "fields left out. Without -p the parameters of the event are an object, args."),
        new(OptionId.KubernetesApi, 'k', "k8s-api", Required, "-k <url>, --k8s-api=<url>",
            "Address of the Kubernetes API server that is asked for names, live."),
        new(OptionId.NodeName, '\0', "node-name", Required, "--node-name=<url>",
            "Ask the Kubernetes API server only for the pods of this node, live."),
        new(OptionId.KubernetesCertificate, 'K', "k8s-api-cert", Required,
            "-K <bt_file> | <cert_file>:<key_file[#password]>[:<ca_cert_file>], --k8s-api-cert=...",
            "Files that prove to the Kubernetes API server who asks: a bearer token, or a certificate and its key, and the certificate "
            + "of the authority. PEM format, live."),
        new(OptionId.ListEvents, 'L', "list-events", None, "-L, --list-events",
            "List the event types with their parameters."),
        new(OptionId.ListFields, 'l', "list", None, "-l, --list",
            "List the fields for filters and formats. -lv shows their types as well."),
        new(OptionId.LibsVersion, '\0', "libs-version", None, "--libs-version",
            "Show which version of the event schema is built in."),
        new(OptionId.LargeEnvironment, '\0', "large-environment", None, "--large-environment",
            "Read environments of more than 4 KiB in full, live."),
        new(OptionId.ListMarkdown, '\0', "list-markdown", None, "--list-markdown",
            "List the fields as -l does, in Markdown."),
        new(OptionId.MesosApi, 'm', "mesos-api", Required, "-m <url[,marathon_url]>, --mesos-api=<url[,marathon_url]>",
            "Addresses of the Mesos master and of Marathon that are asked for names, live. The second one may stand behind a blank."),
        new(OptionId.Duration, 'M', "", Required, "-M <num_seconds>",
            "Stop when <num_seconds> seconds of the capture have passed."),
        new(OptionId.EventCount, 'n', "numevents", Required, "-n <num>, --numevents=<num>",
            "Stop after <num> events that passed the filter."),
        new(OptionId.PageFaults, '\0', "page-faults", None, "--page-faults",
            "Capture page faults, live."),
        new(OptionId.PluginConfigFile, '\0', "plugin-config-file", Required, "--plugin-config-file",
            "Not supported, as -H."),
        new(OptionId.Progress, 'P', "progress", None, "-P, --progress",
            "Show on standard error how much of the file has been read."),
        new(OptionId.Format, 'p', "print", Required, "-p <output_format>, --print=<output_format>",
            "Print events in this format: text with fields, each behind a %. -pc (-pcontainer), -pk (-pkubernetes) and -pm (-pmesos) are "
            + "ready-made formats, -pp shows the one in use. See below."),
        new(OptionId.Quiet, 'q', "quiet", None, "-q, --quiet",
            "Print no events."),
        new(OptionId.ResolvePorts, 'R', "resolve-ports", None, "-R",
            "Show ports by the names of their services."),
        new(OptionId.Read, 'r', "readfile", Required, "-r <readfile>, --read=<readfile>",
            "Read events from <readfile>, plain or compressed; - is standard input. Several are read one after the other."),
        new(OptionId.Salvage, '\0', "salvage", None, "--salvage",
            "Go on behind damage in a file with the next events that can be read."),
        new(OptionId.Summary, 'S', "summary", None, "-S, --summary",
            "At the end, print how often each type of event came, the most frequent first."),
        new(OptionId.SnapLength, 's', "snaplen", Required, "-s <len>, --snaplen=<len>",
            "Capture the first <len> bytes of each data buffer, 80 unless told, live."),
        new(OptionId.TimeStyle, 't', "timetype", Required, "-t <timetype>, --timetype=<timetype>",
            "How times are shown: h time of day, a seconds since 1970, r since the beginning of the capture, d between an event's enter "
            + "and exit, D since the line before."),
        new(OptionId.ForceTracers, 'T', "force-tracers-capture", None, "-T, --force-tracers-capture",
            "Capture writes to /dev/null in full from the beginning, so that no tracer is cut, live."),
        new(OptionId.Unbuffered, '\0', "unbuffered", None, "--unbuffered",
            "Write each line at once, for a pipe whose reader cannot wait."),
        new(OptionId.SuppressComm, 'U', "suppress-comm", Required, "-U, --suppress-comm",
            "Ignore all events of programs with this name."),
        new(OptionId.Udig, 'u', "udig", None, "",
            "Accepted for scripts written for sysdig; does nothing for files."),
        new(OptionId.Verbose, 'v', "verbose", None, "-v, --verbose",
            "Show texts and data buffers in full instead of cut, and at the end how many events there were."),
        new(OptionId.Version, '\0', "version", None, "--version",
            "Show the version."),
        new(OptionId.Write, 'w', "writefile", Required, "-w <writefile>, --write=<writefile>",
            "Write the events to <writefile> instead of printing them."),
        new(OptionId.FileLimit, 'W', "limit", Required, "-W <num>, --limit <num>",
            "With -C, -G or -e: keep at most <num> files and then begin again with the first one."),
        new(OptionId.PrintHex, 'x', "print-hex", None, "-x, --print-hex",
            "Show data buffers in hexadecimal."),
        new(OptionId.PrintHexAscii, 'X', "print-hex-ascii", None, "-X, --print-hex-ascii",
            "Show data buffers in hexadecimal and as text side by side."),
        new(OptionId.Compress, 'z', "compress", None, "-z, --compress",
            "With -w: compress the file."),
    ];
}
