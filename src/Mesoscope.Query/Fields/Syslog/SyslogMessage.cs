using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Fields.Syslog;

/// <summary>A message that the event under hand writes to the system's log: <c>&lt;30&gt;text</c>.</summary>
public readonly ref struct SyslogMessage
{
    const int MaxPriorityDigits = 15;

    static readonly string[] s_severities = ["emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"];

    static readonly string[] s_facilities =
    [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "clock", "authpriv", "ftp", "ntp", "logaudit", "logalert",
        "cron", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
    ];

    static readonly byte[][] s_severityNames = Array.ConvertAll(s_severities, System.Text.Encoding.ASCII.GetBytes);
    static readonly byte[][] s_facilityNames = Array.ConvertAll(s_facilities, System.Text.Encoding.ASCII.GetBytes);

    readonly int _priority;

    SyslogMessage(int priority, ReadOnlySpan<byte> text)
    {
        _priority = priority;
        Text = text;
    }

    /// <summary>The message without its priority, up to the first NUL.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>How bad it is, from 0 (worst) to 7.</summary>
    public uint Severity => (uint)_priority & 7;

    /// <summary>What it is about; 0 to 23 are defined.</summary>
    public uint Facility => (uint)(_priority >> 3);

    /// <summary>The severity as a word.</summary>
    public ReadOnlySpan<byte> SeverityName => s_severityNames[Severity];

    /// <summary>The facility as a word; <c>&lt;NA&gt;</c> for undefined ones.</summary>
    public ReadOnlySpan<byte> FacilityName => Facility < (uint)s_facilityNames.Length ? s_facilityNames[Facility] : "<NA>"u8;

    /// <summary>Reads the message when the event is the return of a successful write to /dev/log; false for other events and other texts.</summary>
    public static bool TryRead(EventContext context, out SyslogMessage message)
    {
        message = default;
        var current = context.Event;
        if (current.Info.IsEnter
            || (current.Info.Flags & (EventFlags.WritesToFd | EventFlags.ReadsFromFd)) != EventFlags.WritesToFd
            || context.Descriptor is not { } descriptor
            || descriptor.Name.AsSpan().IndexOf("/dev/log"u8) < 0
            || current.Int64(0) < 0)
        {
            return false;
        }

        return TryParse(current.Parameter(1), out message);
    }

    /// <summary>Takes a message apart. The character before the priority is not looked at.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> data, out SyslogMessage message)
    {
        message = default;
        var rest = data.Length < 1 ? default : data[1..];
        var digits = rest[..Math.Min(rest.Length, MaxPriorityDigits)];
        var end = digits.IndexOfAny((byte)'>', (byte)0);
        digits = end < 0 ? digits : digits[..end];
        if (digits.Length == 0 || data.Length < digits.Length + 2 || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        var priority = 0;
        foreach (var digit in digits)
        {
            priority = unchecked((priority * 10) + (digit - '0'));
        }

        var text = data[(digits.Length + 2)..];
        var nul = text.IndexOf((byte)0);
        message = new SyslogMessage(priority, nul < 0 ? text : text[..nul]);
        return true;
    }
}
