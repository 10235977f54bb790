using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;
using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>
/// Fields that mean both ends of a connection: equal when one end is, unequal when both are. They show no value but can be asked
/// whether there is one.
/// </summary>
static class EitherEnd
{
    public static bool GetAddress(EventContext context, FieldScratch scratch, ref FieldValue value) =>
        DescriptorView.Find(context) is { } fd && DescriptorView.AddressBytes(fd) > 0
            && value.Set(DescriptorView.Address(fd, fd.SourceAddress, scratch.Address));

    public static bool GetPort(EventContext context, FieldScratch scratch, ref FieldValue value) =>
        DescriptorView.Find(context) is { } fd && DescriptorView.AddressBytes(fd) > 0 && value.Set((ulong)fd.SourcePort);

    public static IEventFilter? CompareAddress(FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands) =>
        operation == FilterOperator.Exists
            ? null
            : new EitherAddressFilter(IsNegated(operation, "addresses"), [.. operands.Select(static text => OperandParser.ParseAddress(ParameterType.IPAddr, text))]);

    public static IEventFilter? CompareNetwork(FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands) =>
        operation == FilterOperator.Exists
            ? null
            : new EitherNetworkFilter(IsNegated(operation, "networks"), [.. operands.Select(static text => OperandParser.ParseNetwork(ParameterType.IPNet, text))]);

    public static IEventFilter? ComparePort(FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands)
    {
        if (operation == FilterOperator.Exists)
        {
            return null;
        }

        var ports = operands.Select(static text => (ushort)OperandParser.ParseNumber(ParameterType.Port, text)).ToArray();
        return operation is FilterOperator.Less or FilterOperator.LessOrEqual or FilterOperator.Greater or FilterOperator.GreaterOrEqual
            ? new EitherPortRangeFilter(operation, ports[0])
            : new EitherPortFilter(IsNegated(operation, "ports"), ports);
    }

    static bool IsNegated(FilterOperator operation, string what) => operation switch
    {
        FilterOperator.Equal or FilterOperator.In or FilterOperator.Intersects => false,
        FilterOperator.NotEqual => true,
        _ => throw new FilterException($"{what} of either end can be compared with =, != and in only"),
    };
}
