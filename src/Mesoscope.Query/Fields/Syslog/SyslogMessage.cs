using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Syslog;

/// <summary>A message that the event under hand wrote to the system's log: <c>&lt;30&gt;text</c>.</summary>
readonly ref struct SyslogMessage
{
    static readonly string[] s_facilities =
    [
        "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "clock", "authpriv", "ftp", "ntp", "logaudit", "logalert",
        "cron", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
    ];

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
    public ReadOnlySpan<byte> SeverityName => SyslogText.SeverityName((int)Severity);

    /// <summary>The facility as a word; <c>&lt;NA&gt;</c> for undefined ones.</summary>
    public ReadOnlySpan<byte> FacilityName => Facility < (uint)s_facilityNames.Length ? s_facilityNames[Facility] : "<NA>"u8;

    /// <summary>Reads the message when the event was a successful write to the log; false for other events and other texts.</summary>
    public static bool TryRead(EventContext context, out SyslogMessage message)
    {
        message = default;
        if (!context.IsLogMessage || !SyslogText.TryRead(context, out var priority, out var text))
        {
            return false;
        }

        message = new SyslogMessage(priority, ParameterView.Cut(text));
        return true;
    }
}
