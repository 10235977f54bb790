using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The fields of addresses.</summary>
static class AddressRows
{
    public static FieldRow[] Create() =>
    [
        Filter("fd.ip", "Address of either end.", EitherEnd.CompareAddress),
        Address("fd.cip", "Address of the client.", ConnectionEnd.Client),
        Address("fd.sip", "Address of the server.", ConnectionEnd.Server),
        Address("fd.lip", "Address of the own end.", ConnectionEnd.Local),
        Address("fd.rip", "Address of the other end.", ConnectionEnd.Remote),
    ];

    /// <summary>Takes the address of one end.</summary>
    public static bool GetAddress(EventContext context, FieldScratch scratch, ref FieldValue value, ConnectionEnd end)
    {
        if (DescriptorView.Find(context) is not { } descriptor || !DescriptorView.HasRole(descriptor))
        {
            return false;
        }

        if (DescriptorView.IsServer(descriptor))
        {
            return end == ConnectionEnd.Server && value.Set(DescriptorView.Address(descriptor, descriptor.SourceAddress, scratch.Address));
        }

        if (!DescriptorView.IsConnection(descriptor))
        {
            return false;
        }

        var address = DescriptorView.IsSource(context, descriptor, end) ? descriptor.SourceAddress : descriptor.DestinationAddress;
        return value.Set(DescriptorView.Address(descriptor, address, scratch.Address));
    }

    static FieldRow Address(string name, string description, ConnectionEnd end) =>
        new(new FieldInfo(name, ParameterType.IPAddr, PrintFormat.None, description), (c, s, ref v) => GetAddress(c, s, ref v, end));

    static FieldRow Filter(string name, string description, FieldComparison compare) =>
        new(new FieldInfo(name, ParameterType.IPAddr, PrintFormat.None, description) { IsFilterOnly = true }, EitherEnd.GetAddress) { Compare = compare };
}
