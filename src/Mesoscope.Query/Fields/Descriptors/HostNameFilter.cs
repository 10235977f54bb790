using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>Whether an end of a connection has an address of one of some host names. The names are looked up at the first connection.</summary>
sealed class HostNameFilter(FieldScratch scratch, ConnectionEnd end, string[] names, bool isNegated) : IEventFilter
{
    HashSet<(int Bytes, UInt128 Address)>? _addresses;

    /// <inheritdoc/>
    public bool Matches(EventContext context)
    {
        var value = default(FieldValue);
        if (DescriptorView.FindConnection(context) is null || !AddressRows.GetAddress(context, scratch, ref value, end))
        {
            return false;
        }

        _addresses ??= [.. names.SelectMany(name => HostNames.Resolve(name, scratch.Session))];
        return _addresses.Contains(HostNames.Key(value.Bytes)) != isNegated;
    }
}
