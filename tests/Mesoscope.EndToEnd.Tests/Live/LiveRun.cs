using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A live capture that runs beside the test.</summary>
sealed class LiveRun : IDisposable
{
    // Tests run beside others on machines of two processors, where a reader may come late. What is told later counts.
    const string Patience = "--buffer-size=32";

    // Whoever reads lines waits for them: no test may wait for ever.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(8);

    readonly Process _process;
    readonly StringBuilder _error = new();
    readonly Task _readError;
    readonly Timer _watchdog;

    internal LiveRun(params string[] arguments)
    {
        _process = ProgramRun.Start(ProgramRun.Mesoscope, ["trace", Patience, .. arguments]);
        _readError = ReadErrorAsync();
        _watchdog = new Timer(_ => _process.Kill(), null, s_limit, Timeout.InfiniteTimeSpan);
    }

    internal StreamReader Output => _process.StandardOutput;

    internal int Pid => _process.Id;

    /// <summary>What it has said on standard error so far.</summary>
    internal string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    /// <summary>Waits until the capture runs and has written its first state.</summary>
    internal static void WaitForFile(string path) =>
        Assert.True(SpinWait.SpinUntil(() => File.Exists(path) && new FileInfo(path).Length > 0, ProgramRun.Limit), $"nothing is written to {path}");

    /// <summary>Sends a signal by its name.</summary>
    internal void Signal(string name) => Signal(Pid, name);

    internal static void Signal(int pid, string name) =>
        ProgramRun.Run("/bin/kill", ["-s", name, pid.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Waits for the end and gives status and standard error.</summary>
    internal (int Status, string Error) Wait()
    {
        Assert.True(_process.WaitForExit(ProgramRun.Limit), "the capture did not end");
        _readError.GetAwaiter().GetResult();
        return (_process.ExitCode, Error);
    }

    public void Dispose()
    {
        // A look that has begun ends before the process is disposed.
        using var ended = new ManualResetEvent(false);
        if (_watchdog.Dispose(ended))
        {
            ended.WaitOne();
        }

        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    async Task ReadErrorAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_error)
            {
                _error.Append(line).Append('\n');
            }
        }
    }
}
