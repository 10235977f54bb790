namespace Mesoscope.Kernel;

/// <summary>What <see cref="LiveCapture.ReadNext"/> found.</summary>
public enum LiveStep
{
    /// <summary>An event; its bytes are valid until the next call.</summary>
    Event,

    /// <summary>Nothing now. The next call may sleep, so whoever holds back output writes it before.</summary>
    Idle,

    /// <summary>The capture was stopped and everything that happened before has been delivered.</summary>
    Ended,
}
