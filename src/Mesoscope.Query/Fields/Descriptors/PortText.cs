using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Ports as text.</summary>
static class PortText
{
    /// <summary>Appends the number of a port, or its service's name when the run resolves ports.</summary>
    public static void Append(Utf8Writer output, ushort port, byte protocol, FieldSession session)
    {
        if (session.ResolvesPorts && ServiceTable.Find(port, protocol) is { } name)
        {
            output.Append(name);
        }
        else
        {
            output.AppendDecimal((ulong)port);
        }
    }
}
