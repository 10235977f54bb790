using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Text;

/// <summary>Messages that a program writes to <c>/dev/log</c>: <c>&lt;priority&gt;text</c>.</summary>
static class SyslogText
{
    const int MaxPriorityDigits = 15;

    static ReadOnlySpan<byte> SocketName => "/dev/log"u8;

    /// <summary>Whether a descriptor is the socket of the system's log, by its name.</summary>
    public static bool IsLogSocket(ReadOnlySpan<byte> name) => name.IndexOf(SocketName) >= 0;

    /// <summary>Appends the message that the event writes, as <c>syslog sev=info msg=...</c>. False, and nothing appended, when it writes none.</summary>
    public static bool TryAppend(Utf8Writer output, EventContext context)
    {
        if (!TryRead(context, out var priority, out var message))
        {
            return false;
        }

        output.Append("syslog sev="u8);
        output.Append(SeverityName(priority & 7));
        output.Append(" msg="u8);
        output.Append(ParameterView.Cut(message));
        return true;
    }

    /// <summary>Takes the message out of a successful write to the log socket.</summary>
    /// <param name="context">The event.</param>
    /// <param name="priority">Facility times eight plus severity.</param>
    /// <param name="message">What follows the priority.</param>
    public static bool TryRead(EventContext context, out int priority, out ReadOnlySpan<byte> message)
    {
        priority = 0;
        message = default;
        var current = context.Event;
        return (current.Info.Flags & EventFlags.WritesToFd) != 0
            && !current.Info.IsEnter
            && context.Descriptor is { } descriptor
            && IsLogSocket(descriptor.Name)
            && current.Int64(0) >= 0
            && TryParse(current.Parameter(1), out priority, out message);
    }

    /// <summary>The name of a severity, 0 to 7.</summary>
    public static ReadOnlySpan<byte> SeverityName(int severity) => severity switch
    {
        0 => "emerg"u8,
        1 => "alert"u8,
        2 => "crit"u8,
        3 => "err"u8,
        4 => "warn"u8,
        5 => "notice"u8,
        6 => "info"u8,
        7 => "debug"u8,
        _ => "<NA>"u8,
    };

    static bool TryParse(ReadOnlySpan<byte> data, out int priority, out ReadOnlySpan<byte> message)
    {
        priority = 0;
        message = default;
        var digits = 0;
        long number = 0;
        while (digits < MaxPriorityDigits && digits + 1 < data.Length && data[digits + 1] is not ((byte)'>' or 0))
        {
            var digit = (uint)(data[digits + 1] - '0');
            if (digit > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
            digits++;
        }

        if (digits == 0 || data.Length < digits + 2)
        {
            return false;
        }

        priority = (int)number;
        message = data[(digits + 2)..];
        return priority != -1;
    }
}
