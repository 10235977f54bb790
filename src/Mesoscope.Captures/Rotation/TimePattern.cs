using System.Globalization;
using System.Text;

namespace Mesoscope.Captures.Rotation;

/// <summary>Fills the placeholders of strftime, in the C locale and the local time zone.</summary>
static class TimePattern
{
    /// <summary>The text with its placeholders filled; unknown ones stay as they are.</summary>
    /// <param name="pattern">The text.</param>
    /// <param name="seconds">Seconds since 1970 (UTC).</param>
    public static string Fill(string pattern, long seconds)
    {
        var time = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), TimeZoneInfo.Local);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                text.Append(pattern[i]);
            }
            else
            {
                text.Append(Placeholder(pattern[++i], time));
            }
        }

        return text.ToString();
    }

    static string Placeholder(char letter, DateTimeOffset time) => letter switch
    {
        '%' => "%",
        'n' => "\n",
        't' => "\t",
        's' => Number(time.ToUnixTimeSeconds(), 1),
        'C' => Number(time.Year / 100, 2),
        'e' => Number(time.Day, 1).PadLeft(2),
        'j' => Number(time.DayOfYear, 3),
        'k' => Number(time.Hour, 1).PadLeft(2),
        'l' => Number(Hour12(time), 1).PadLeft(2),
        'I' => Number(Hour12(time), 2),
        'u' => Number(time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek, 1),
        'w' => Number((int)time.DayOfWeek, 1),
        'U' => Number((time.DayOfYear + 6 - (int)time.DayOfWeek) / 7, 2),
        'W' => Number((time.DayOfYear + 6 - ((int)time.DayOfWeek + 6) % 7) / 7, 2),
        'V' => Number(ISOWeek.GetWeekOfYear(time.DateTime), 2),
        'G' => Number(ISOWeek.GetYear(time.DateTime), 4),
        'g' => Number(ISOWeek.GetYear(time.DateTime) % 100, 2),
        'P' => time.Hour < 12 ? "am" : "pm",
        'z' => (time.Offset < TimeSpan.Zero ? "-" : "+") + time.Offset.ToString("hhmm", CultureInfo.InvariantCulture),
        'Z' => ZoneName(time),
        _ => Format(letter) is { } format ? time.ToString(format, CultureInfo.InvariantCulture) : "%" + letter,
    };

    static string? Format(char letter) => letter switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM d HH:mm:ss yyyy",
        'd' => "dd",
        'D' or 'x' => "MM'/'dd'/'yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'm' => "MM",
        'M' => "mm",
        'p' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' or 'X' => "HH:mm:ss",
        'y' => "yy",
        'Y' => "yyyy",
        _ => null,
    };

    static int Hour12(DateTimeOffset time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;

    static string ZoneName(DateTimeOffset time)
    {
        var zone = TimeZoneInfo.Local;
        return zone.IsDaylightSavingTime(time) ? zone.DaylightName : zone.StandardName;
    }

    static string Number(long value, int digits) => value.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
