namespace Mesoscope.Cli.Server;

/// <summary>What <c>mesoscope server --help</c> says.</summary>
static class ServerHelp
{
    /// <summary>The text.</summary>
    public const string Text =
        """
        Usage: mesoscope server [options]

        Takes what agents measure, stores it, and answers questions about now and then: the page, and the API that it lives on. The first start
        prints the admin's one-time password and an access key for agents. It runs until Ctrl-C.

          --listen ADDRESS:PORT      where it listens (127.0.0.1:8320); 0.0.0.0:8320 for agents on other nodes, port 0 for a free one.
                                     Browsers and agents use the same address, with HTTP/1.1 or HTTP/2
          --data FOLDER              its data (mesoscope-data in the current folder)
          --tls-cert FILE            serves HTTPS with this certificate and those above it, PEM
          --tls-key FILE             the certificate's key, PEM, when it is not in the same file
          --path-prefix PATH         all addresses begin with it, as behind a proxy
          --retention-10s TIME       samples of ten seconds are kept so long (24h); hours (h) or days (d), 3h at least
          --retention-1m TIME        samples of a minute (7d)
          --retention-10m TIME       samples of ten minutes (60d)
          --retention-1h TIME        samples of an hour, happenings, names (730d)
          --retention-processes TIME names of processes and connections (7d)
          --reset-password USER      runs no server: gives an account of the data folder a new one-time password and prints it, once. For who
                                     has lost the admin's; the server must have ended
          --help                     this text

        A day of a container with 20 metrics takes about 1 MB while all tiers hold it. Exit status 1: the port is in use, the data folder cannot
        be written, the database is damaged, or the words make no sense; the message says which.

        """;
}
