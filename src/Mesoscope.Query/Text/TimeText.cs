using System.Buffers.Binary;

namespace Mesoscope.Query.Text;

/// <summary>
/// Writes times of events. The text of a second is kept, so that the events of one second cost a copy each. Not safe for several
/// threads.
/// </summary>
/// <param name="offsetSeconds">What the local clock is ahead of UTC by, the same for all times.</param>
public sealed class TimeText(long offsetSeconds)
{
    /// <summary>Nanoseconds of a second.</summary>
    public const ulong NanosecondsPerSecond = 1_000_000_000;

    const int SecondsPerDay = 86_400;
    const int ClockBytes = 8;
    const int DateBytes = 10;
    readonly byte[] _clock = new byte[ClockBytes];
    readonly byte[] _date = new byte[DateBytes];
    ulong _second = ulong.MaxValue;
    ulong _day = ulong.MaxValue;

    /// <summary>The texts for a time zone. The zone's offset of the present moment holds for all times, as it always did in these lines.</summary>
    public static TimeText For(TimeZoneInfo zone) =>
        new(ReferenceEquals(zone, TimeZoneInfo.Utc) ? 0 : (long)zone.GetUtcOffset(DateTimeOffset.UtcNow).TotalMinutes * 60);

    /// <summary>Appends <c>13:05:59.000000001</c>, or without the fraction.</summary>
    public void AppendTime(Utf8Writer output, ulong timestamp, bool withFraction)
    {
        var (second, nanosecond) = Math.DivRem(timestamp, NanosecondsPerSecond);
        if (second != _second)
        {
            WriteClock(second);
        }

        output.Append(_clock);
        if (withFraction)
        {
            output.Append((byte)'.');
            AppendNineDigits(output, (uint)nanosecond);
        }
    }

    /// <summary>Appends <c>2015-02-03 13:05:59.000000001</c>, or without the fraction.</summary>
    public void AppendDateTime(Utf8Writer output, ulong timestamp, bool withFraction)
    {
        AppendDate(output, (timestamp / NanosecondsPerSecond) + (ulong)offsetSeconds);
        output.Append((byte)' ');
        AppendTime(output, timestamp, withFraction);
    }

    /// <summary>Appends <c>2015-02-03T13:05:59.000000001+0000</c>: the time in UTC, whatever the local clock says.</summary>
    public void AppendIso(Utf8Writer output, ulong timestamp)
    {
        var (second, nanosecond) = Math.DivRem(timestamp, NanosecondsPerSecond);
        AppendDate(output, second);
        output.Append((byte)'T');
        if (second - (ulong)offsetSeconds != _second)
        {
            WriteClock(second - (ulong)offsetSeconds);
        }

        output.Append(_clock);
        output.Append((byte)'.');
        AppendNineDigits(output, (uint)nanosecond);
        output.Append("+0000"u8);
    }

    /// <summary>Appends whole seconds, a point and nine digits.</summary>
    public static void AppendSeconds(Utf8Writer output, ulong nanoseconds)
    {
        var (second, nanosecond) = Math.DivRem(nanoseconds, NanosecondsPerSecond);
        output.AppendDecimal(second);
        output.Append((byte)'.');
        AppendNineDigits(output, (uint)nanosecond);
    }

    static void AppendNineDigits(Utf8Writer output, uint number) => output.AppendPadded(number, 9);

    void WriteClock(ulong second)
    {
        _second = second;
        var ofDay = (int)((second + (ulong)offsetSeconds) % SecondsPerDay);
        WriteTwo(_clock, 0, ofDay / 3600);
        _clock[2] = (byte)':';
        WriteTwo(_clock, 3, ofDay / 60 % 60);
        _clock[5] = (byte)':';
        WriteTwo(_clock, 6, ofDay % 60);
    }

    void AppendDate(Utf8Writer output, ulong second)
    {
        var day = second / SecondsPerDay;
        if (day != _day)
        {
            _day = day;
            var date = DateOnly.FromDayNumber((int)Math.Min(day, 2_900_000) + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
            WriteTwo(_date, 0, date.Year / 100);
            WriteTwo(_date, 2, date.Year % 100);
            _date[4] = (byte)'-';
            WriteTwo(_date, 5, date.Month);
            _date[7] = (byte)'-';
            WriteTwo(_date, 8, date.Day);
        }

        output.Append(_date);
    }

    static void WriteTwo(Span<byte> target, int at, int number)
    {
        var tens = number / 10;
        BinaryPrimitives.WriteUInt16LittleEndian(target[at..], (ushort)(0x3030 + tens + ((number - (tens * 10)) << 8)));
    }
}
