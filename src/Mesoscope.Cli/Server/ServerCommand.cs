using System.Runtime.CompilerServices;
using System.Text;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Sources;
using Mesoscope.Server.Access;
using Mesoscope.Server.Hosting;
using Mesoscope.Server.Storage;

namespace Mesoscope.Cli.Server;

/// <summary>The command <c>mesoscope server</c>. Nothing of it, and no web server, is loaded before it is called.</summary>
static class ServerCommand
{
    /// <summary>Runs a server until SIGINT or SIGTERM.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <returns>The exit status: 0, or 1 when it could not start.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] words)
    {
        try
        {
            var user = ResetCommand.Take(words, out var others);
            var options = ServerWords.Read(others, new ServerOptions { DataFolder = Path.GetFullPath("mesoscope-data") });
            if (options is null)
            {
                return Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(ServerHelp.Text)) == 0 ? 0 : 1;
            }

            if (user is not null)
            {
                ResetCommand.Run(options, user);
                return 0;
            }

            BackgroundCollection.Ensure();
            using var signals = new EndSignals();
            ServerHost.RunAsync(options with { Started = ServerTexts.ShowAddress, FirstStarted = ServerTexts.ShowFirst }, static line => ErrorOutput.WriteMessage("server: " + line), signals.End).GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception error) when (error is UsageException or StoreException or ServerStartException or AccessException)
        {
            ErrorOutput.WriteMessage("server: " + error.Message);
            return 1;
        }
    }
}
