using System.Diagnostics;
using System.Globalization;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live.Filters;

/// <summary>A live capture whose lines go to a file, so that it waits for nobody.</summary>
sealed class FilteredRun : IDisposable
{
    const string Begun = "Live Capture: ";
    const string Script = "out=$1; shift; exec \"$@\" > \"$out\"";

    readonly Process _process;
    readonly TaskCompletionSource _begun = new();
    readonly Task<string> _error;

    /// <summary>Starts it, with <c>-v</c>.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="mebibytes">Of the ring of each processor, which shall outlast what a busy machine does to the reader.</param>
    /// <param name="arguments">The rest of the command line.</param>
    internal FilteredRun(string output, int mebibytes, params string[] arguments)
    {
        Output = output;
        _process = ProgramRun.Start("/bin/sh", ["-c", Script, "sh", output, ProgramRun.Mesoscope, "trace", "-v", "--buffer-size", mebibytes.ToString(CultureInfo.InvariantCulture), .. arguments]);
        _error = ReadError();
    }

    /// <summary>Where the lines are.</summary>
    internal string Output { get; }

    /// <summary>Waits until the first state is known: what happens from here on comes as events.</summary>
    internal void WaitForBegin() => Assert.True(_begun.Task.Wait(ProgramRun.Limit), "the capture does not begin");

    /// <summary>Ends it; true when nothing was lost.</summary>
    internal bool End()
    {
        ProgramRun.Run("/bin/kill", ["-s", "INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(_process.WaitForExit(ProgramRun.Limit), "the capture did not end");
        var error = _error.GetAwaiter().GetResult();
        Assert.True(_process.ExitCode == 0, error);
        return error.Contains("Lost Events: 0 ", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    async Task<string> ReadError()
    {
        var text = "";
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            text += line + "\n";
            if (line.StartsWith(Begun, StringComparison.Ordinal))
            {
                _begun.TrySetResult();
            }
        }

        _begun.TrySetException(new InvalidOperationException(text));
        return text;
    }
}
