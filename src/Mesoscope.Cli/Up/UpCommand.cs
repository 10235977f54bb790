using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Output;
using Mesoscope.Cli.Server;
using Mesoscope.Cli.Sources;
using Mesoscope.Server.Hosting;
using Mesoscope.Server.Storage;

namespace Mesoscope.Cli.Up;

/// <summary>The command <c>mesoscope up</c>: server and agent on this machine.</summary>
static class UpCommand
{
    /// <summary>Runs both until SIGINT or SIGTERM.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <returns>The exit status: 0, or 1 when the server could not start.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] words)
    {
        UpChild? agent = null;
        UpDemo? demo = null;
        try
        {
            var hasDemo = words.Contains("--demo");
            var options = ServerWords.Read([.. words.Where(static word => word != "--demo")], new ServerOptions { DataFolder = Path.GetFullPath("mesoscope-data") });
            if (options is null)
            {
                return Descriptor.Write(Descriptor.Output, Encoding.UTF8.GetBytes(UpHelp.Text)) == 0 ? 0 : 1;
            }

            BackgroundCollection.Ensure();

            // Good for this run and for this agent only.
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            var folder = Path.Combine(options.DataFolder, "agent");
            options = options with
            {
                AccessKey = key,
                FirstStarted = ServerTexts.ShowFirst,
                Started = address =>
                {
                    ServerTexts.ShowAddress(address);
                    demo = hasDemo ? UpDemo.Start() : null;
                    agent = StartAgent(OwnAddress(options, address), key, folder, demo);
                },
            };
            using var signals = new EndSignals();
            using var serverEnd = new CancellationTokenSource();

            // The agent ends first, so that its last batch is taken.
            using var ending = signals.End.Register(() => Task.Run(() =>
            {
                agent?.Dispose();
                demo?.Dispose();
                serverEnd.Cancel();
            }));
            ServerHost.RunAsync(options, static line => ErrorOutput.WriteMessage("server: " + line), serverEnd.Token).GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception error) when (error is UsageException or StoreException or ServerStartException)
        {
            ErrorOutput.WriteMessage("up: " + error.Message);
            return 1;
        }
        finally
        {
            agent?.Dispose();
            demo?.Dispose();
        }
    }

    static UpChild StartAgent(Uri server, string key, string folder, UpDemo? demo)
    {
        var environment = new Dictionary<string, string> { ["MESOSCOPE_ACCESS_KEY"] = key };
        if (demo is not null)
        {
            environment["MESOSCOPE_MESOS_MASTERS"] = demo.Masters;
            environment["MESOSCOPE_MESOS_MARATHONS"] = demo.Marathons;
        }

        return UpChild.Start("agent", [UpChildCommand.AgentWord, "--server", server.ToString(), "--data", folder], environment);
    }

    // The agent is on this machine, and a certificate is for the name that others use.
    static Uri OwnAddress(ServerOptions options, Uri address) => options.CertificateFile is null
        ? new UriBuilder(address) { Host = options.Listen.Address.Equals(System.Net.IPAddress.Any) || options.Listen.Address.Equals(System.Net.IPAddress.IPv6Any) ? "localhost" : options.Listen.Address.ToString() }.Uri
        : address;
}
