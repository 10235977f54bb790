using System.Runtime.InteropServices;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Sources;

/// <summary>Ctrl-C and the like end a run in good order, output written; the second time they end the program at once.</summary>
sealed class StopSignals : IDisposable
{
    readonly PosixSignalRegistration[] _registrations;
    volatile bool _isRequested;

    /// <summary>Starts to listen.</summary>
    public StopSignals()
    {
        // A script's shell starts background jobs with SIGINT ignored, and the runtime would leave it so; sysdig's users end such jobs with it.
        if (SignalStates.IsIgnored(Libc.SigInt))
        {
            Libc.Signal(Libc.SigInt, 0);
        }

        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>True once the user wants the run to end.</summary>
    public bool IsRequested => _isRequested;

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_isRequested;
        _isRequested = true;
    }
}
