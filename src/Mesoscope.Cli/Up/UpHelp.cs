namespace Mesoscope.Cli.Up;

/// <summary>What <c>mesoscope up --help</c> says.</summary>
static class UpHelp
{
    /// <summary>The text.</summary>
    public const string Text =
        """
        Usage: mesoscope up [--demo] [options of mesoscope server]

        A server, and an agent that measures this machine, until Ctrl-C. Prints the address; at the first start also the admin's one-time password
        and a key for the agents of other machines. Data is kept in the folder mesoscope-data, or where --data says.

        --demo adds an invented Mesos cluster with real small tasks (as root): two redis that want one port, a web app under load, an app that
        leaks until it is killed, a framework without groups. It ends with the server.

        As root on Linux 5.8 or later with BTF everything is measured; otherwise the server runs with what can be, and the agent says what is
        missing. 'mesoscope server --help' lists the options.

        """;
}
