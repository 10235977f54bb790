using System.Diagnostics;

namespace Mesoscope.DemoCluster.Processes;

/// <summary>The Docker daemon of this machine, through its own command.</summary>
sealed class DockerEngine
{
    /// <summary>Makes an image out of this machine's own redis and shell, because a demo must not need a registry.</summary>
    const string MakeImage =
        """
        set -e
        files="/bin/sh $(command -v redis-server) $(command -v sleep)"
        libraries=$(for f in $files; do ldd "$f"; done | grep -o '/[^ ]*' | sort -u)
        tar -chf - $files $libraries 2>/dev/null | docker import - "$0" >/dev/null
        """;

    readonly string? _host;

    DockerEngine(string? host) => _host = host;

    /// <param name="host">The daemon's address as in DOCKER_HOST; null for the environment's or the standard one.</param>
    /// <returns>Null when no daemon answers.</returns>
    public static async Task<DockerEngine?> FindAsync(string? host)
    {
        var engine = new DockerEngine(host);
        try
        {
            return (await engine.RunAsync("docker", ["version", "--format", "{{.Server.Version}}"])).ExitCode == 0 ? engine : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such command.
            return null;
        }
    }

    /// <returns>False when the image is not there and could not be made, for want of redis perhaps.</returns>
    public async Task<bool> EnsureImageAsync(string image) =>
        (await RunAsync("docker", ["image", "inspect", image])).ExitCode == 0 || (await RunAsync("/bin/sh", ["-c", MakeImage, image])).ExitCode == 0;

    /// <summary>The command that runs a container in the foreground; its exit status is the container's.</summary>
    public ProcessStartInfo RunCommand(string name, string image, string command, double memoryMebibytes, IReadOnlyDictionary<string, string> environment)
    {
        var start = Start("docker", []);
        string[] words = ["run", "--rm", "--name", name, "--network", "host", "--memory", $"{(long)memoryMebibytes}m"];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (key, value) in environment)
        {
            start.ArgumentList.Add("-e");
            start.ArgumentList.Add($"{key}={value}");
        }

        start.ArgumentList.Add(image);
        start.ArgumentList.Add("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        return start;
    }

    /// <returns>What the daemon knows of the container; null when it does not (yet) know it.</returns>
    public async Task<string?> InspectAsync(string name)
    {
        var (exitCode, output) = await RunAsync("docker", ["inspect", name]);
        return exitCode == 0 ? output : null;
    }

    public Task StopAsync(string name) => RunAsync("docker", ["stop", "--time", "2", name]);

    public Task RemoveAsync(string name) => RunAsync("docker", ["rm", "--force", name]);

    ProcessStartInfo Start(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (_host is not null)
        {
            start.Environment["DOCKER_HOST"] = _host;
        }

        return start;
    }

    async Task<(int ExitCode, string Output)> RunAsync(string program, string[] words)
    {
        using var process = Process.Start(Start(program, words))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
