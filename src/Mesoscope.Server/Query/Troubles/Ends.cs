using System.Globalization;
using Mesoscope.Samples.Happenings;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Troubles;

// Which ends of containers are failures.
static class Ends
{
    // What programs answer that end because they were asked to: SIGTERM and SIGINT as shells say it.
    static readonly int[] s_good = [0, 143, 130];
    static readonly string[] s_asked = ["SIGTERM", "SIGINT"];

    public static bool IsOutOfMemory(HappeningRecord end) =>
        end.Labels.TryGet(HappeningLabels.OutOfMemory, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static bool IsFailure(HappeningRecord end)
    {
        if (IsOutOfMemory(end))
        {
            return true;
        }

        if (end.Labels.TryGet(HappeningLabels.ExitSignal, out var signal) && signal.Length > 0)
        {
            return !s_asked.Contains(signal);
        }

        return end.Labels.TryGet(HappeningLabels.ExitStatus, out var text)
            && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var status) && !s_good.Contains(status);
    }

    public static string Describe(HappeningRecord end)
    {
        if (IsOutOfMemory(end))
        {
            return "out of memory";
        }

        return end.Labels.TryGet(HappeningLabels.ExitSignal, out var signal) && signal.Length > 0
            ? $"ended by {signal}"
            : end.Labels.TryGet(HappeningLabels.ExitStatus, out var status) ? $"exit status {status}" : end.Text;
    }
}
