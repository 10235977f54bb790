namespace Mesoscope.Agent.Measures.Containers;

/// <summary>The environment of a process of a container, caught while it ran by whoever was quick enough. Safe for several threads.</summary>
sealed class CaughtEnvironment
{
    volatile byte[] _text = [];

    /// <summary>Variables, each ended by NUL; empty while none was caught.</summary>
    public byte[] Text
    {
        get => _text;
        set => _text = value;
    }
}
