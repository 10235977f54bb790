using Names = Mesoscope.Machine.Network.AddressText;

namespace Mesoscope.Query.Text;

/// <summary>Appends network addresses in their usual text forms.</summary>
static class AddressText
{
    /// <summary>Appends four bytes in network order as <c>10.0.0.1</c>.</summary>
    public static void AppendIPv4(Utf8Writer output, ReadOnlySpan<byte> address) =>
        output.Advance(Names.IPv4(address, output.GetSpan(Names.MaxTupleBytes)));

    /// <summary>Appends 16 bytes in network order in the short form.</summary>
    public static void AppendIPv6(Utf8Writer output, ReadOnlySpan<byte> address) =>
        output.Advance(Names.IPv6(address, output.GetSpan(Names.MaxTupleBytes)));

    /// <summary>Whether 16 bytes are an IPv4 address in IPv6 form, or all zero.</summary>
    public static bool IsMappedIPv4(ReadOnlySpan<byte> address) => Names.IsMappedIPv4(address);
}
