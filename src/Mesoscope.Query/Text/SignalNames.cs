using Mesoscope.Events;

namespace Mesoscope.Query.Text;

/// <summary>Names of the signals that have one; real-time signals have none.</summary>
static class SignalNames
{
    static byte[][]? s_names;

    /// <summary>From 1 on.</summary>
    static ReadOnlySpan<byte> Names =>
        "SIGHUP,SIGINT,SIGQUIT,SIGILL,SIGTRAP,SIGABRT,SIGBUS,SIGFPE,SIGKILL,SIGUSR1,SIGSEGV,SIGUSR2,"u8
        + "SIGPIPE,SIGALRM,SIGTERM,SIGSTKFLT,SIGCHLD,SIGCONT,SIGSTOP,SIGTSTP,SIGTTIN,SIGTTOU,SIGURG,"u8
        + "SIGXCPU,SIGXFSZ,SIGVTALRM,SIGPROF,SIGWINCH,SIGIO,SIGPWR,SIGSYS"u8;

    /// <summary>The name, such as <c>SIGCHLD</c>; empty when there is none.</summary>
    /// <param name="signal">The signal's number on x86-64.</param>
    public static ReadOnlySpan<byte> Get(int signal)
    {
        var names = s_names ??= ErrnoNames.Split(Names);
        return (uint)(signal - 1) < (uint)names.Length ? names[signal - 1] : [];
    }
}
