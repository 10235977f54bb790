using System.Text;

namespace Mesoscope.Samples.Metrics;

/// <summary>Writes the catalogue for people.</summary>
public static class MetricMarkdown
{
    /// <summary>The content of docs/metrics.md.</summary>
    public static string Write()
    {
        var text = new StringBuilder(
            """
            # Metrics

            Made by `mesoscope agent --list-metrics > docs/metrics.md` out of the metric catalogue; a test compares the two.

            A *gauge* says how something is, a *rate* how much happens in a second. *Time* and *group* are how values of several moments, and of several
            entities, become one unless something else is asked for. Percentages are hundredths of one thing, so two busy cores are 200 % of a core. What
            an agent cannot measure on its machine is missing, never 0.

            | metric | unit | kind | time | group | of | what it says |
            | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var metric in MetricCatalog.All)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| `{metric.Name}` | {Words(metric.Unit)} | {Words(metric.Kind)} | {Words(metric.TimeAggregation)} | {Words(metric.GroupAggregation)} | {Words(metric.Scope)} | {metric.Description} |\n");
        }

        return text.ToString();
    }

    static string Words(MetricUnit unit) => unit switch
    {
        MetricUnit.Percent => "%",
        MetricUnit.BytesPerSecond => "bytes/s",
        MetricUnit.PerSecond => "1/s",
        MetricUnit.NanosecondsPerSecond => "ns/s",
        MetricUnit.Seconds => "s",
        _ => Words((Enum)unit),
    };

#pragma warning disable CA1308 // Words for people, not keys.
    static string Words(Enum value) => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
