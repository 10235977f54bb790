using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Objects;
using Mesoscope.Server.Query.Troubles;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Listing;

static class HappeningRows
{
    public static HappeningRow Of(HappeningRecord record) => new(
        record.Id,
        record.Milliseconds,
        record.Kind,
        (int)record.Severity,
        record.Text,
        record.Entity == 0 ? null : record.Entity,
        Named(record.Labels),
        [.. record.FailedCalls.Select(static c => new FailedCallRow(c.TimeMs, c.Call, (int)c.Error, ErrorNames.Of(c.Error), c.Arguments, c.Process, (long)c.Pid))],
        Culprits.Of(record.Labels));

    public static Dictionary<string, string> Named(LabelSet labels) => new(labels.All, StringComparer.Ordinal);
}
