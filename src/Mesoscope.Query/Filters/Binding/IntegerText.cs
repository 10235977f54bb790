using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Reads whole numbers as scanf does: blanks before the sign, saturation at 64 bits, then truncation to the type's width.</summary>
static class IntegerText
{
    internal static ulong Parse(ParameterType type, string text)
    {
        var digits = text.AsSpan().TrimStart(" \t\n\r\v\f");
        var isNegative = digits.Length > 0 && digits[0] == '-';
        if (digits.Length > 0 && digits[0] is '-' or '+')
        {
            digits = digits[1..];
        }

        var numberBase = 10u;
        if (digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X')
        {
            digits = digits[2..];
            numberBase = 16;
        }

        var isOverflown = false;
        var magnitude = 0ul;
        foreach (var c in digits)
        {
            var digit = (uint)(char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10 : 16);
            if (digit >= numberBase)
            {
                throw NotANumber(text);
            }

            isOverflown |= magnitude > (ulong.MaxValue - digit) / numberBase;
            magnitude = unchecked(magnitude * numberBase + digit);
        }

        return digits.Length == 0 ? throw NotANumber(text) : Narrow(type, magnitude, isNegative, isOverflown);
    }

    static ulong Narrow(ParameterType type, ulong magnitude, bool isNegative, bool isOverflown)
    {
        if (!ValueKinds.IsSigned(type))
        {
            var value = isOverflown ? ulong.MaxValue : isNegative ? unchecked(0 - magnitude) : magnitude;
            return Bits(type) switch
            {
                8 => (byte)value,
                16 => (ushort)value,
                32 => (uint)value,
                _ => value,
            };
        }

        var limit = isNegative ? 1ul << 63 : long.MaxValue;
        var saturated = isOverflown || magnitude > limit ? limit : magnitude;
        var signed = unchecked((long)(isNegative ? 0 - saturated : saturated));
        return unchecked((ulong)(Bits(type) switch
        {
            8 => (sbyte)signed,
            16 => (short)signed,
            32 => (int)signed,
            _ => signed,
        }));
    }

    static FilterException NotANumber(string text) => new($"'{text}' is not a number; expected a whole number");

    static int Bits(ParameterType type) => type switch
    {
        ParameterType.Int8 or ParameterType.UInt8 or ParameterType.SigType or ParameterType.L4Proto or ParameterType.SockFamily
            or ParameterType.Flags8 or ParameterType.EnumFlags8 => 8,
        ParameterType.Int16 or ParameterType.UInt16 or ParameterType.SyscallId or ParameterType.Port
            or ParameterType.Flags16 or ParameterType.EnumFlags16 => 16,
        ParameterType.Int32 or ParameterType.UInt32 or ParameterType.Bool or ParameterType.Flags32 or ParameterType.EnumFlags32
            or ParameterType.Uid or ParameterType.Gid or ParameterType.Mode or ParameterType.SigSet
            or ParameterType.Fd32 or ParameterType.Pid32 => 32,
        _ => 64,
    };
}
