using System.Runtime.InteropServices;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Output;

/// <summary>Nothing more can be written to standard output.</summary>
#pragma warning disable CA1032 // Made in one place only, always with the errno.
sealed class OutputClosedException(int error)
    : Exception($"cannot write to standard output: {Marshal.GetPInvokeErrorMessage(error)}")
#pragma warning restore CA1032
{
    /// <summary>True when the reader of the pipe has gone, which is its right (<c>| head</c>) and no reason for a message.</summary>
    public bool IsClosedPipe { get; } = error == Libc.Epipe;
}
