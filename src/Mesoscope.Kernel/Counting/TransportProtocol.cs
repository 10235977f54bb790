namespace Mesoscope.Kernel.Counting;

/// <summary>What a socket speaks; numbers as in linux/in.h.</summary>
public enum TransportProtocol
{
    /// <summary>Something else.</summary>
    Other = 0,

    /// <summary>TCP.</summary>
    Tcp = 6,

    /// <summary>UDP.</summary>
    Udp = 17,
}
