using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Text;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields of ports as text: the number, or the service's name when ports are resolved.</summary>
static class ProtocolRows
{
    public static FieldRow[] Create() =>
    [
        new FieldRow(new FieldInfo("fd.proto", ParameterType.Port, PrintFormat.None, "Port of either end; operands may be names of services.") { IsFilterOnly = true }, EitherEnd.GetPort)
        {
            Compare = EitherEnd.ComparePort,
        },
        Protocol("fd.cproto", "Service of the client's port.", ConnectionEnd.Client),
        Protocol("fd.sproto", "Service of the server's port.", ConnectionEnd.Server),
        Protocol("fd.lproto", "Service of the own end's port.", ConnectionEnd.Local),
        Protocol("fd.rproto", "Service of the other end's port.", ConnectionEnd.Remote),
    ];

    static FieldRow Protocol(string name, string description, ConnectionEnd end) =>
        OfText(name, description, (c, s, ref v) => GetProtocol(c, s, ref v, end));

    static bool GetProtocol(EventContext context, FieldScratch scratch, ref FieldValue value, ConnectionEnd end)
    {
        if (DescriptorView.Find(context) is not { } descriptor)
        {
            return false;
        }

        if (DescriptorView.IsConnection(descriptor))
        {
            if (!SocketRows.TryGetPort(context, end, out var port))
            {
                return false;
            }

            var text = scratch.NewText();
            SocketText.AppendPort(text, port, DescriptorText.Protocol(descriptor), scratch.Session.ResolvesPorts);
            return value.Set(text.Written);
        }

        // Listening sockets have a server's port but an empty text for it; anything with a role has an empty text for the client's.
        return end switch
        {
            ConnectionEnd.Client => DescriptorView.HasRole(descriptor) && value.Set([]),
            ConnectionEnd.Server => DescriptorView.IsServer(descriptor) && value.Set([]),
            _ => false,
        };
    }
}
