using Mesoscope.Events.Schema;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Syslog;

/// <summary>The fields <c>syslog.*</c>: messages that programs write to /dev/log.</summary>
sealed class SyslogFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "syslog";

    /// <inheritdoc/>
    public override string Description => "Messages that programs send to the system's log.";

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        OfText("syslog.facility.str", "Part of the system that the message is about, as a word: kern, daemon, auth.", static (c, s, ref v) =>
            SyslogMessage.TryRead(c, out var message) && v.Set(message.FacilityName)),
        OfNumber("syslog.facility", ParameterType.UInt32, "Part of the system that the message is about, as a number from 0 to 23.", static (c, s, ref v) =>
            SyslogMessage.TryRead(c, out var message) && v.Set((ulong)message.Facility)),
        OfText("syslog.severity.str", "How bad it is: emerg, alert, crit, err, warn, notice, info or debug.", static (c, s, ref v) =>
            SyslogMessage.TryRead(c, out var message) && v.Set(message.SeverityName)),
        OfNumber("syslog.severity", ParameterType.UInt32, "How bad it is, from 0 (worst) to 7.", static (c, s, ref v) =>
            SyslogMessage.TryRead(c, out var message) && v.Set((ulong)message.Severity)),
        OfText("syslog.message", "The message.", static (c, s, ref v) => SyslogMessage.TryRead(c, out var message) && v.Set(message.Text)),
    ];
}
