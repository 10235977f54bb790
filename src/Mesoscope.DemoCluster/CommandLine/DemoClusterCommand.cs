using System.Runtime.InteropServices;

namespace Mesoscope.DemoCluster.CommandLine;

/// <summary>The command <c>mesoscope demo-cluster</c>.</summary>
public static class DemoClusterCommand
{
    /// <summary>The option whose value holds a password, which a command line should not show longer than it must.</summary>
    public const string UserOption = DemoClusterWords.UserOption;

    /// <summary>Runs a cluster until SIGINT or SIGTERM.</summary>
    /// <param name="words">The words behind the command's name.</param>
    /// <param name="program">The program with which tasks can play small parts; null when there is none.</param>
    /// <param name="output">For addresses and help.</param>
    /// <param name="error">For what went wrong.</param>
    /// <returns>The exit status: 0, or 1 when the words make no sense or the cluster cannot be started.</returns>
    public static int Run(IReadOnlyList<string> words, string? program, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            return RunAsync(words, program, output).GetAwaiter().GetResult();
        }
        catch (Exception failed) when (failed is FormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            error.WriteLine($"mesoscope: demo-cluster: {failed.Message}");
            return 1;
        }
    }

    static async Task<int> RunAsync(IReadOnlyList<string> words, string? program, TextWriter output)
    {
        var settings = DemoClusterWords.Read(words, Environment.GetEnvironmentVariable);
        if (settings.Options is not { } options)
        {
            await output.WriteAsync(DemoClusterWords.Help);
            return 0;
        }

        var end = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        await using var cluster = await DemoClusterHost.StartAsync(options with { Program = program });
        if (settings.CertificateFile is { } file)
        {
            await File.WriteAllTextAsync(file, cluster.CertificatePem);
        }

        await output.WriteAsync($"The demo cluster is up:\n{cluster.AddressText}\nTry: curl {cluster.MasterAddresses[0]}demo\n");
        if (cluster.Remark.Length > 0)
        {
            await output.WriteLineAsync(cluster.Remark);
        }

        await output.FlushAsync();
        await end.Task;
        return 0;

        // The second signal ends the program at once.
        void OnSignal(PosixSignalContext context) => context.Cancel = end.TrySetResult();
    }
}
