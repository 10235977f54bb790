namespace Mesoscope.Cli.CommandLine;

/// <summary>The formats that have a name.</summary>
static class DefaultFormats
{
    /// <summary>Without <c>-p</c>.</summary>
    public const string Plain = "*%evt.num %evt.outputtime %evt.cpu %proc.name (%thread.tid) %evt.dir %evt.type %evt.info";

    /// <summary>Without <c>-p</c> on a terminal: names in colour, and the process id.</summary>
    public const string Coloured =
        @"*%evt.num %evt.outputtime %evt.cpu \e[01;32m%proc.name\e[00m (\e[01;36m%proc.pid\e[00m.%thread.tid) %evt.dir \e[01;34m%evt.type\e[00m %evt.info";

    /// <summary><c>-pc</c></summary>
    public const string Container =
        "*%evt.num %evt.outputtime %evt.cpu %container.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info";

    /// <summary><c>-pk</c></summary>
    public const string Kubernetes =
        "*%evt.num %evt.outputtime %evt.cpu %k8s.pod.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info";

    /// <summary><c>-pm</c></summary>
    public const string Mesos =
        "*%evt.num %evt.outputtime %evt.cpu %mesos.task.name (%container.id) %proc.name (%thread.tid:%thread.vtid) %evt.dir %evt.type %evt.info";

    /// <summary><c>--ndjson</c> without <c>-p</c></summary>
    public const string Ndjson =
        "*%evt.num %evt.rawtime %evt.cpu %proc.name %proc.pid %thread.tid %evt.dir %evt.type %evt.args";

    /// <summary>Without <c>-p</c>, of events that a plugin made.</summary>
    public const string Plugin = "*%evt.num %evt.datetime.s [%evt.pluginname] %evt.plugininfo";

    /// <summary>The format behind a <c>-p</c> argument that is a name; null when it is a format itself.</summary>
    public static string? Find(string name) => name switch
    {
        "c" or "container" => Container,
        "k" or "kubernetes" => Kubernetes,
        "m" or "mesos" => Mesos,
        _ => null,
    };
}
