using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>
/// Host names of addresses. Nothing is looked up for a display: an address has a name only when a filter of the same run asked for
/// that name, as in <c>fd.sip.name = example.org</c>, and it turned out to have the address.
/// </summary>
static class HostNames
{
    /// <summary>The row of one end's field.</summary>
    public static FieldRow Row(string name, string description, ConnectionEnd end) =>
        FieldRow.OfText(name, description, (c, s, ref v) =>
            AddressRows.GetAddress(c, s, ref v, end) && s.Session.HostNames?.GetValueOrDefault(Key(v.Bytes)) is { } found && v.Set(found)) with
        {
            Compare = (scratch, operation, operands) => Compare(scratch, operation, operands, end),
        };

    /// <summary>Looks a name up and remembers it for its addresses.</summary>
    public static (int Bytes, UInt128 Address)[] Resolve(string name, FieldSession session)
    {
        IPAddress[] found;
        try
        {
            found = Dns.GetHostAddresses(name);
        }
        catch (SocketException)
        {
            // A name without an address matches nothing; there is no use in telling so for every event.
            return [];
        }

        var keys = Array.ConvertAll(found, static address => Key(address.GetAddressBytes()));
        session.HostNames ??= [];
        foreach (var key in keys)
        {
            session.HostNames.TryAdd(key, Encoding.UTF8.GetBytes(name));
        }

        return keys;
    }

    /// <summary>An address as a key: its length and its bytes.</summary>
    public static (int Bytes, UInt128 Address) Key(ReadOnlySpan<byte> address) =>
        (address.Length, address.Length == 16 ? MemoryMarshal.Read<UInt128>(address) : MemoryMarshal.Read<uint>(address));

    static HostNameFilter? Compare(FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands, ConnectionEnd end) => operation switch
    {
        FilterOperator.Exists => null,
        FilterOperator.Equal or FilterOperator.In => new HostNameFilter(scratch, end, [.. operands], false),
        FilterOperator.NotEqual => new HostNameFilter(scratch, end, [.. operands], true),
        _ => throw new FilterException("host names of addresses can be compared with =, != and in only"),
    };
}
