using System.Runtime.InteropServices;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Live;

/// <summary>
/// The command behind <c>--</c>: started, but stopped before its program runs, so that the capture can be made ready for its first
/// system call. A shell does the stopping; what it does afterwards is only to execute the command.
/// </summary>
sealed class StartedCommand
{
    const string Shell = "/bin/sh";
    const string Script = "kill -STOP $$; exec \"$@\"";
    const int SignalledBase = 128;

    /// <summary>Status of a shell that could not execute.</summary>
    const int NotExecuted = 127;

    bool _isContinued;

    StartedCommand(int pid) => Pid = pid;

    /// <summary>The process.</summary>
    public int Pid { get; }

    /// <summary>The command's exit status as a shell has it (128 and the signal's number when one ended it); null while it runs.</summary>
    public int? Status { get; private set; }

    /// <summary>Starts a command and waits until it is stopped.</summary>
    /// <param name="words">The program, looked for as a shell does, and its arguments.</param>
    /// <exception cref="UsageException">There is no such program, or it cannot be started.</exception>
    public static unsafe StartedCommand Start(IReadOnlyList<string> words)
    {
        RequireProgram(words[0]);
        string[] all = ["sh", "-c", Script, "sh", .. words];
        var arguments = stackalloc byte*[all.Length + 1];
        for (var i = 0; i < all.Length; i++)
        {
            arguments[i] = (byte*)Marshal.StringToCoTaskMemUTF8(all[i]);
        }

        arguments[all.Length] = null;
        var error = Libc.Spawn(Shell, arguments, out var pid);
        for (var i = 0; i < all.Length; i++)
        {
            Marshal.FreeCoTaskMem((nint)arguments[i]);
        }

        if (error != 0)
        {
            throw new UsageException($"'{words[0]}' cannot be started by {Shell}: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        var command = new StartedCommand(pid);
        command.Wait(Libc.WaitForStopped);
        return command.Status is null ? command : throw new UsageException($"'{words[0]}' cannot be started: {Shell} ended with status {command.Status}");
    }

    /// <summary>Lets the command run, the first time it is called.</summary>
    public void ContinueOnce()
    {
        if (!_isContinued)
        {
            _isContinued = true;
            _ = Libc.Kill(Pid, Libc.SigCont);
        }
    }

    /// <summary>Looks whether the command has ended, without waiting.</summary>
    /// <returns>True when it has; <see cref="Status"/> is then known.</returns>
    public bool HasEnded()
    {
        if (Status is null)
        {
            Wait(Libc.DoNotWait);
        }

        return Status is not null;
    }

    /// <summary>Ends a command that was never let run.</summary>
    public void EndUnlessContinued()
    {
        if (!_isContinued && Status is null)
        {
            _ = Libc.Kill(Pid, Libc.SigKill);
            Wait(0);
        }
    }

    void Wait(int options)
    {
        int status;
        int waited;
        while ((waited = Libc.WaitPid(Pid, out status, options)) < 0 && Marshal.GetLastPInvokeError() == Libc.Eintr)
        {
        }

        if (waited < 0)
        {
            Status = NotExecuted;
        }
        else if (waited == Pid && (status & 0xff) != Libc.StoppedStatus)
        {
            var signal = status & 0x7f;
            Status = signal == 0 ? status >> 8 & 0xff : SignalledBase + signal;
        }
    }

    static void RequireProgram(string name)
    {
        var folders = name.Contains('/', StringComparison.Ordinal) ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':');
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && Libc.Access(path, Libc.Executable) == 0)
            {
                return;
            }
        }

        throw new UsageException($"'{name}' is no program that can be started; expected a path, or the name of one in PATH, behind --");
    }
}
