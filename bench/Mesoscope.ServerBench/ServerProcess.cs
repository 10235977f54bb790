using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mesoscope.ServerBench;

// A real server in a process and a folder of its own.
sealed partial class ServerProcess : IDisposable
{
    readonly Process _process;

    ServerProcess(Process process, string folder, string text)
    {
        (_process, Folder) = (process, folder);
        Address = new Uri(AddressLine().Match(text).Groups[1].Value);
        Password = PasswordLine().Match(text).Groups[1].Value;
        Key = KeyLine().Match(text).Groups[1].Value;
    }

    public string Folder { get; }

    public Uri Address { get; }

    public string Password { get; }

    public string Key { get; }

    // Processor time so far, seconds.
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public long ResidentBytes => StatusKilobytes("VmRSS") * 1024;

    public long PeakBytes => StatusKilobytes("VmHWM") * 1024;

    public static async Task<ServerProcess> StartAsync(string program, string folder)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["server", "--data", folder, "--listen", "127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        var text = "";
        while (!text.Contains("The server is up", StringComparison.Ordinal))
        {
            text += await process.StandardOutput.ReadLineAsync() is { } line ? line + "\n" : throw new InvalidOperationException("the server ended at once");
        }

        return new ServerProcess(process, folder, text);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    long StatusKilobytes(string name) =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"is up: (\S+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"with password\s+(\S+)")]
    private static partial Regex PasswordLine();

    [GeneratedRegex(@"agents' key\s+(\S+)")]
    private static partial Regex KeyLine();
}
