namespace Mesoscope.Cli.Help;

/// <summary>What <c>mesoscope</c> says when it is not told what to do.</summary>
static class MainHelp
{
    /// <summary>The text.</summary>
    public const string Text =
        """
        Usage: mesoscope <command> [options]

        Commands:
          up              server and agent on this machine: prints an address to open in a browser
          trace           print, filter, record and replay events; takes the flags and filters of sysdig
          agent           measures this machine and sends what it finds to a server
          server          takes what agents measure, stores it, and shows it: now and then, by app, task, container and host
          demo-cluster    an invented Mesos cluster on loopback, to try the others on

        'mesoscope COMMAND --help' lists the options. Started under the name sysdig (a link), the program is 'mesoscope trace'.

        """;
}
