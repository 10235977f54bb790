using System.Globalization;

namespace Mesoscope.Agent.Happenings;

/// <summary>Names of signals, from asm-generic/signal.h; the same on x86_64 and aarch64.</summary>
static class SignalNames
{
    static readonly string[] s_names =
    [
        "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE",
        "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ",
        "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS",
    ];

    /// <summary>The name of a number; real-time signals have none of their own.</summary>
    public static string Of(int signal) =>
        signal > 0 && signal < s_names.Length ? s_names[signal] : string.Create(CultureInfo.InvariantCulture, $"signal {signal}");
}
