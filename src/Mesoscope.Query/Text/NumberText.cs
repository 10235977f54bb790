using System.Globalization;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Text;

/// <summary>Numbers, errors, signals, durations and system call numbers among an event's parameters.</summary>
static class NumberText
{
    const double NanosecondsPerSecond = 1_000_000_000;

    /// <summary>
    /// Appends a number of up to 64 bits. Unsigned numbers of 32 and 64 bits are written as if they were signed, as the usual lines
    /// always did; hexadecimal and octal digits show 32 bits at least.
    /// </summary>
    public static void AppendPlain(Utf8Writer output, in ParameterView parameter)
    {
        var number = parameter.Type switch
        {
            ParameterType.UInt8 or ParameterType.UInt16 => (long)parameter.Unsigned,
            ParameterType.UInt32 or ParameterType.Mode => (int)parameter.Unsigned,
            _ => parameter.Signed,
        };
        switch (parameter.Info.Format)
        {
            case PrintFormat.Hex:
                output.AppendHexUpper(Bits(number, parameter.Type));
                break;
            case PrintFormat.Octal:
                AppendOctal(output, Bits(number, parameter.Type));
                break;
            case PrintFormat.PaddedDecimal when number >= 0:
                output.AppendPadded((ulong)number, 9);
                break;
            default:
                output.AppendDecimal(number);
                break;
        }
    }

    /// <summary>Appends the name of a failed call's error; nothing when the call did not fail or the error has no name.</summary>
    public static void AppendErrorName(Utf8Writer output, in ParameterView parameter)
    {
        var number = parameter.Signed;
        if (number < 0)
        {
            output.Append(ErrnoNames.Get(-(int)number));
        }
    }

    /// <summary>Appends nanoseconds, or <c>none</c> for all ones.</summary>
    public static void AppendDuration(Utf8Writer output, in ParameterView parameter)
    {
        if (parameter.Unsigned == ulong.MaxValue)
        {
            output.Append("none"u8);
        }
        else
        {
            output.AppendDecimal(parameter.Unsigned);
        }
    }

    /// <summary>Appends a duration in seconds with up to six digits that count, such as <c>0.25s</c>.</summary>
    public static void AppendSeconds(Utf8Writer output, in ParameterView parameter)
    {
        var number = parameter.Unsigned;
        if (number == ulong.MaxValue)
        {
            return;
        }

        (number / NanosecondsPerSecond).TryFormat(output.GetSpan(32), out var written, "g6", CultureInfo.InvariantCulture);
        output.Advance(written);
        output.Append((byte)'s');
    }

    /// <summary>Appends the number of a system call.</summary>
    public static void AppendSyscallNumber(Utf8Writer output, in ParameterView parameter)
    {
        var number = (ushort)parameter.Unsigned;
        if (number < EventSchema.SyscallCount)
        {
            output.AppendDecimal((ulong)number);
        }
        else
        {
            output.Append("<unknown syscall>"u8);
        }
    }

    /// <summary>Appends the name of a system call; nothing when its number is not known.</summary>
    public static void AppendSyscallName(Utf8Writer output, in ParameterView parameter)
    {
        var number = (ushort)parameter.Unsigned;
        if (number < EventSchema.SyscallCount)
        {
            output.Append(EventSchema.GetSyscall(number).Utf8);
        }
    }

    /// <summary>Appends the names of the signals in a set, with blanks between.</summary>
    public static void AppendSignalSet(Utf8Writer output, in ParameterView parameter)
    {
        var bits = (uint)parameter.Unsigned;
        var start = output.Length;
        for (var signal = 1; bits != 0; signal++, bits >>= 1)
        {
            var name = SignalNames.Get(signal);
            if ((bits & 1) != 0 && name.Length > 0)
            {
                if (output.Length > start)
                {
                    output.Append((byte)' ');
                }

                output.Append(name);
            }
        }
    }

    static ulong Bits(long number, ParameterType type) =>
        type is ParameterType.Int64 or ParameterType.UInt64 ? (ulong)number : (uint)number;

    static void AppendOctal(Utf8Writer output, ulong number)
    {
        if (number != 0)
        {
            output.Append((byte)'0');
        }

        output.AppendOctal(number);
    }
}
