using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields that compare addresses with networks; for filters only.</summary>
static class NetworkRows
{
    public static FieldRow[] Create() =>
    [
        new FieldRow(Network("fd.net", "Network of either end."), EitherEnd.GetAddress) { Compare = EitherEnd.CompareNetwork },
        End("fd.cnet", "Network of the client.", ConnectionEnd.Client),
        End("fd.snet", "Network of the server.", ConnectionEnd.Server),
        End("fd.lnet", "Network of the own end.", ConnectionEnd.Local),
        End("fd.rnet", "Network of the other end.", ConnectionEnd.Remote),
    ];

    static FieldInfo Network(string name, string description) => new(name, ParameterType.IPNet, PrintFormat.None, description) { IsFilterOnly = true };

    static FieldRow End(string name, string description, ConnectionEnd end) =>
        new FieldRow(Network(name, description), (c, s, ref v) => AddressRows.GetAddress(c, s, ref v, end));
}
