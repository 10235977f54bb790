using System.Runtime.InteropServices;
using System.Threading;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Sources;

/// <summary>Ctrl-C and the like as a token, for what waits instead of asking; the second time they end the program at once.</summary>
sealed class EndSignals : IDisposable
{
    readonly CancellationTokenSource _end = new();
    readonly PosixSignalRegistration[] _registrations;

    /// <summary>Starts to listen.</summary>
    public EndSignals()
    {
        // See StopSignals: a script's shell has background jobs ignore it.
        if (SignalStates.IsIgnored(Libc.SigInt))
        {
            Libc.Signal(Libc.SigInt, 0);
        }

        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    /// <summary>Ends with the first signal.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _end.Dispose();
    }

    void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_end.IsCancellationRequested;
        _end.Cancel();
    }
}
