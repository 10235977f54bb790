using System.Buffers.Binary;

namespace Mesoscope.Query.Text;

/// <summary>Network addresses in their usual text forms.</summary>
static class AddressText
{
    const int GroupCount = 8;

    /// <summary>Appends four bytes in network order as <c>10.0.0.1</c>.</summary>
    public static void AppendIPv4(Utf8Writer output, ReadOnlySpan<byte> address)
    {
        for (var i = 0; i < 4; i++)
        {
            if (i > 0)
            {
                output.Append((byte)'.');
            }

            output.AppendDecimal((ulong)address[i]);
        }
    }

    /// <summary>
    /// Appends 16 bytes in network order: the longest run of zero groups shortened, mapped and compatible IPv4 addresses with dots.
    /// </summary>
    public static void AppendIPv6(Utf8Writer output, ReadOnlySpan<byte> address)
    {
        var (runStart, runLength) = FindLongestZeroRun(address);
        var isIPv4 = runStart == 0 && (runLength == 6 || (runLength == 5 && Group(address, 5) == 0xffff));
        for (var i = 0; i < GroupCount; i++)
        {
            if (i >= runStart && i < runStart + runLength)
            {
                if (i == runStart)
                {
                    output.Append((byte)':');
                }

                continue;
            }

            if (i > 0)
            {
                output.Append((byte)':');
            }

            if (i == 6 && isIPv4)
            {
                AppendIPv4(output, address[12..]);
                return;
            }

            output.AppendHex(Group(address, i));
        }

        if (runLength > 0 && runStart + runLength == GroupCount)
        {
            output.Append((byte)':');
        }
    }

    /// <summary>Whether 16 bytes are an IPv4 address in IPv6 form, or all zero.</summary>
    public static bool IsMappedIPv4(ReadOnlySpan<byte> address) =>
        address[..10].IndexOfAnyExcept((byte)0) < 0
        && (BinaryPrimitives.ReadUInt16BigEndian(address[10..]) == 0xffff || address[10..16].IndexOfAnyExcept((byte)0) < 0);

    static ushort Group(ReadOnlySpan<byte> address, int index) => BinaryPrimitives.ReadUInt16BigEndian(address[(2 * index)..]);

    static (int Start, int Length) FindLongestZeroRun(ReadOnlySpan<byte> address)
    {
        var best = (Start: -1, Length: 1);
        var length = 0;
        for (var i = 0; i < GroupCount; i++)
        {
            length = Group(address, i) == 0 ? length + 1 : 0;
            if (length > best.Length)
            {
                best = (i + 1 - length, length);
            }
        }

        return best.Start < 0 ? (-1, 0) : best;
    }
}
