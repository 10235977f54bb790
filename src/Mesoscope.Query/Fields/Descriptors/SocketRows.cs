using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Machine;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields of ports and of the socket as a whole.</summary>
static class SocketRows
{
    public static FieldRow[] Create() =>
    [
        new FieldRow(new FieldInfo("fd.port", ParameterType.Port, PrintFormat.Decimal, "Port of either end.") { IsFilterOnly = true }, EitherEnd.GetPort)
        {
            Compare = EitherEnd.ComparePort,
        },
        OfNumber("fd.cport", ParameterType.Port, "Port of the client.", static (c, s, ref v) => GetClientPort(c, ref v)),
        OfNumber("fd.sport", ParameterType.Port, "Port of the server.", static (c, s, ref v) => TryGetPort(c, ConnectionEnd.Server, out var port) && v.Set((ulong)port)),
        OfNumber("fd.lport", ParameterType.Port, "Port of the own end.", static (c, s, ref v) => TryGetPort(c, ConnectionEnd.Local, out var port) && v.Set((ulong)port)),
        OfNumber("fd.rport", ParameterType.Port, "Port of the other end.", static (c, s, ref v) => TryGetPort(c, ConnectionEnd.Remote, out var port) && v.Set((ulong)port)),
        OfText("fd.l4proto", "Transport protocol of a socket: tcp, udp, icmp or raw.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set(DescriptorWords.ProtocolName(DescriptorText.Protocol(fd)))),
        OfText("fd.sockfamily", "Family of a socket: ip or unix.", static (c, s, ref v) => DescriptorView.Find(c) is { } fd
            && (DescriptorView.AddressBytes(fd) > 0 ? v.Set("ip"u8) : fd.Type == DescriptorType.UnixSocket && v.Set("unix"u8))),
        OfBool("fd.is_server", "True when the process is the server of the connection.", static (c, s, ref v) => DescriptorView.Find(c) is { } fd
            && v.Set(DescriptorView.IsServer(fd) || (DescriptorView.IsConnection(fd) && DescriptorView.IsLocal(c, fd, fd.DestinationAddress)))),
        OfText("fd.uid", "Thread id and descriptor number together: identifies the descriptor.", GetUniqueId),
        .. NameRows.CreateWithContainer(),
    ];

    /// <summary>The port of one end; false when the descriptor has no such end.</summary>
    public static bool TryGetPort(EventContext context, ConnectionEnd end, out ushort port)
    {
        port = 0;
        if (DescriptorView.Find(context) is not { } descriptor)
        {
            return false;
        }

        if (DescriptorView.IsServer(descriptor))
        {
            port = descriptor.SourcePort;
            return end == ConnectionEnd.Server;
        }

        if (!DescriptorView.IsConnection(descriptor) || !DescriptorView.HasRole(descriptor))
        {
            return false;
        }

        port = DescriptorView.IsSource(context, descriptor, end) ? descriptor.SourcePort : descriptor.DestinationPort;
        return true;
    }

    // What has a client or server role but no client port, such as a unix socket, shows port 0.
    static bool GetClientPort(EventContext context, ref FieldValue value) => DescriptorView.Find(context) is { } descriptor
        && DescriptorView.HasRole(descriptor)
        && value.Set(DescriptorView.IsConnection(descriptor) ? descriptor.SourcePort : 0ul);

    static bool GetUniqueId(EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        if (!DescriptorView.TryFind(context, out var thread, out _)
            || context.Event.Type is EventType.ContainerJsonEnter or EventType.ContainerJsonV2Enter)
        {
            return false;
        }

        var text = scratch.NewText();
        text.AppendDecimal(thread.Tid);
        text.AppendDecimal(thread.LastEventFd);
        return value.Set(text.Written);
    }
}
