namespace Mesoscope.Query.Text;

/// <summary>Durations for people: about three digits and a unit.</summary>
static class DurationText
{
    const ulong Microsecond = 1_000;
    const ulong Millisecond = 1_000_000;
    const ulong Second = 1_000_000_000;
    const ulong Minute = 60 * Second;
    const ulong Hour = 60 * Minute;

    /// <summary>Appends <c>15ns</c>, <c>1.05us</c>, <c>10ms</c>, <c>2.50s</c>, <c>1:5</c> (minutes) or <c>01:00:05</c>.</summary>
    public static void Append(Utf8Writer output, ulong nanoseconds)
    {
        switch (nanoseconds)
        {
            case >= Hour:
                output.AppendPadded(nanoseconds / Hour, 2);
                output.Append((byte)':');
                output.AppendPadded(nanoseconds / Minute % 60, 2);
                output.Append((byte)':');
                output.AppendPadded(nanoseconds / Second % 60, 2);
                break;
            case >= Minute:
                output.AppendDecimal(nanoseconds / Minute);
                output.Append((byte)':');
                output.AppendDecimal(nanoseconds / Second % 60);
                break;
            case >= Second:
                AppendUnit(output, nanoseconds, Second, Second, "s"u8);
                break;
            case >= Millisecond:
                AppendUnit(output, nanoseconds, Millisecond, 10 * Millisecond, "ms"u8);
                break;
            case >= Microsecond:
                AppendUnit(output, nanoseconds, Microsecond, 10 * Microsecond, "us"u8);
                break;
            default:
                output.AppendDecimal(nanoseconds);
                output.Append("ns"u8);
                break;
        }
    }

    /// <summary>Appends whole units, and hundredths below a limit.</summary>
    static void AppendUnit(Utf8Writer output, ulong nanoseconds, ulong unit, ulong wholeFrom, ReadOnlySpan<byte> name)
    {
        output.AppendDecimal(nanoseconds / unit);
        if (nanoseconds < wholeFrom || unit == Second)
        {
            output.Append((byte)'.');
            output.AppendPadded(nanoseconds % unit / (unit / 100), 2);
        }

        output.Append(name);
    }
}
