using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Handlers;

/// <summary>Guesses whether a process is the server or the client of a socket of which nobody saw the beginning.</summary>
static class SocketRole
{
    /// <summary>
    /// The owner of the destination port is the server; when it also uses the source port, whoever receives first is. Ports are compared
    /// where IPv4 sockets have them, whatever the socket.
    /// </summary>
    public static DescriptorFlags Guess(StateEngine engine, DescriptorState descriptor, bool isIncoming)
    {
        var sourcePort = descriptor.Port(SocketMemory.IPv4SourcePort);
        var destinationPort = descriptor.Port(SocketMemory.IPv4DestinationPort);
        var ownsDestination = false;
        var usesSource = false;
        if (descriptor.Type == DescriptorType.IPv4Socket)
        {
            // The socket is one of the process's own: it answers both questions.
            ownsDestination = usesSource = true;
        }
        else if (engine.Machine.FindDescriptors(engine.Context.Thread!) is { } descriptors)
        {
            foreach (var (_, other) in descriptors.Items())
            {
                ownsDestination |= (other.Type == DescriptorType.IPv4Socket && other.DestinationPort == destinationPort)
                    || (other.Type == DescriptorType.IPv4Server && other.SourcePort == destinationPort);
                usesSource |= other.Type == DescriptorType.IPv4Socket && other.SourcePort == sourcePort;
            }
        }

        return ownsDestination && (!usesSource || isIncoming) ? DescriptorFlags.RoleServer : DescriptorFlags.RoleClient;
    }
}
