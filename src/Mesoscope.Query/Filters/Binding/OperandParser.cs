using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Reads the texts on the right-hand side of a check as values of a type. Safe for use by several threads.</summary>
/// <remarks>
/// Numbers read as the C library's scanf reads them, because filters depend on it: a number that is too big for its type loses its
/// upper bits, and a minus before an unsigned number wraps around. Hexadecimal with <c>0x</c> is understood as well.
/// </remarks>
public static class OperandParser
{
    /// <summary>Reads a number, port, flag set or boolean.</summary>
    /// <param name="type">One for which <see cref="ValueKinds.Of"/> says that it is a number.</param>
    /// <param name="text">The operand, unquoted.</param>
    /// <returns>The number; a signed one is sign-extended.</returns>
    /// <exception cref="FilterException">The text is no such value.</exception>
    public static ulong ParseNumber(ParameterType type, string text) => type switch
    {
        ParameterType.Bool => ParseBoolean(text),
        ParameterType.Port => ParsePort(text),
        _ => IntegerText.Parse(type, text),
    };

    /// <summary>Reads a floating-point number in decimal notation.</summary>
    /// <exception cref="FilterException">The text is no number.</exception>
    public static double ParseDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FilterException($"'{text}' is not a number; expected one such as 12 or 0.5");

    /// <summary>Reads an address: dotted IPv4 or, for the types that allow it, IPv6.</summary>
    /// <returns>4 or 16 bytes in network order.</returns>
    /// <exception cref="FilterException">The text is no address of the type.</exception>
    public static byte[] ParseAddress(ParameterType type, string text)
    {
        var isDotted = text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);
        if (isDotted && type is not (ParameterType.IPv6Addr or ParameterType.IPv6Net))
        {
            return ParseIPv4(text) ?? throw new FilterException($"'{text}' is not an IPv4 address; expected one such as 10.0.0.1");
        }

        return type is not (ParameterType.IPv4Addr or ParameterType.IPv4Net) && ParseIPv6(text) is { } address
            ? address
            : throw new FilterException($"'{text}' is not an IP address; expected one such as 10.0.0.1 or fe80::1");
    }

    /// <summary>
    /// Reads a network: <c>10.0.0.0/8</c>, <c>fe80::/10</c>. An IPv6 address without a prefix length stands for its /64.
    /// </summary>
    /// <exception cref="FilterException">The text is no network of the type.</exception>
    public static AddressNetwork ParseNetwork(ParameterType type, string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = ParseAddress(type, slash < 0 ? text : text[..slash]);
        if (slash < 0)
        {
            return address.Length == 16
                ? new AddressNetwork(address, 64)
                : throw new FilterException($"'{text}' is not a network; expected one such as 10.0.0.0/8");
        }

        var length = text.AsSpan(slash + 1);
        return int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= address.Length * 8
            ? new AddressNetwork(address, bits)
            : throw new FilterException($"'{text}' is not a network: expected a prefix length of 0 to {address.Length * 8} behind the '/'");
    }

    /// <summary>Reads bytes written as pairs of hexadecimal digits, as <c>bcontains</c> takes them.</summary>
    /// <exception cref="FilterException">The text is not made of such pairs.</exception>
    public static byte[] ParseHexBytes(string text)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException e)
        {
            throw new FilterException($"'{text}' is not hexadecimal; expected pairs of digits such as 7f454c46", e);
        }
    }

    /// <summary>The bytes of a text as values of text types hold them: up to the first NUL.</summary>
    public static byte[] ParseText(string text)
    {
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(end < 0 ? text : text[..end]);
    }

    static ulong ParseBoolean(string text) => text switch
    {
        "true" => 1,
        "false" => 0,
        _ => throw new FilterException($"'{text}' is not a boolean; expected true or false"),
    };

    static ulong ParsePort(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return ServiceNames.TryFind(text, out var port)
                ? port
                : throw new FilterException($"'{text}' is not a port; expected a number or the name of a service such as https");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (ushort)number
            : throw new FilterException($"'{text}' is not a port; expected a number up to 65535");
    }

    static byte[]? ParseIPv4(string text)
    {
        var address = new byte[4];
        var parts = text.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var isPlain = part.Length == 1 || (part.Length is 2 or 3 && part[0] != '0');
            if (parts.Length != 4 || !isPlain || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out address[i]))
            {
                return null;
            }
        }

        return address;
    }

    static byte[]? ParseIPv6(string text) =>
        text.Contains(':', StringComparison.Ordinal) && text.AsSpan().IndexOfAny('%', '[', '/') < 0
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.GetAddressBytes()
            : null;
}
