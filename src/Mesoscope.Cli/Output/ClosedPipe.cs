using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Output;

/// <summary>The end of a program whose reader has gone: by the signal that a C program would get.</summary>
static class ClosedPipe
{
    /// <summary>What a shell calls the status of a program that ended by that signal.</summary>
    public const int Status = 128 + Libc.SigPipe;

    /// <summary>Ends the program; returns only when the signal is blocked.</summary>
    public static void End()
    {
        // .NET ignores the signal, so its default is put back first.
        Libc.Signal(Libc.SigPipe, 0);
        _ = Libc.Raise(Libc.SigPipe);
    }
}
