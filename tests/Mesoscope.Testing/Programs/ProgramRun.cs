using System.Diagnostics;

namespace Mesoscope.Testing.Programs;

/// <summary>Starts programs the way every test wants them: time zone UTC, no terminal, output as bytes, a limit of time.</summary>
public static class ProgramRun
{
    /// <summary>How long a program may run before it is stopped and its status is -1.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Where <c>./build</c> puts the program.</summary>
    public static string Mesoscope { get; } = RepositoryFolder.PathOf("artifacts", "mesoscope", "mesoscope");

    /// <summary>True when <c>./build</c> has been run.</summary>
    public static bool IsMesoscopeBuilt => File.Exists(Mesoscope);

    /// <summary>The reference's path, or null when it is not installed.</summary>
    public static string? Reference { get; } = FindOnPath("sysdig");

    /// <summary>Runs <c>mesoscope trace</c> with these arguments.</summary>
    public static ProgramResult Trace(params string[] arguments) => Run(Mesoscope, ["trace", .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="input">What it reads on standard input; nothing when null.</param>
    /// <param name="folder">Its working directory; that of the tests when null.</param>
    public static ProgramResult Run(string program, IEnumerable<string> arguments, byte[]? input = null, string? folder = null)
    {
        using var process = Start(program, arguments, folder);
        var output = ReadAll(process.StandardOutput.BaseStream);
        var error = process.StandardError.ReadToEndAsync();
        WriteInput(process, input);
        var ended = process.WaitForExit(Limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        return new ProgramResult(ended ? process.ExitCode : -1, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a program with all three streams redirected.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        start.Environment["TZ"] = "UTC";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TERM"] = "dumb";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
    }

    static void WriteInput(Process process, byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading all of its input; its status and its output tell whether that was right.
        }
    }

    static async Task<byte[]> ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all).ConfigureAwait(false);
        return all.ToArray();
    }

    static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
}
