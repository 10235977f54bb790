using System.Globalization;
using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Query.Exports;

/// <summary>Answers as tables of comma-separated values (RFC 4180), harmless when a spreadsheet opens them.</summary>
public static class CsvTables
{
    // The end of the year 9999.
    const long LastMilliseconds = 253_402_300_799_999;

    /// <summary>A tree: a row for each node, with the levels above it.</summary>
    public static string Of(TreeAnswer tree)
    {
        var text = new CsvText().Add("id").Add("depth").Add("groupBy").Add("label").Add("hostCount").Add("containerCount").Add("isAlive").Add("health").Add("restarts").Add("marks");
        AddColumns(text, tree.Columns);
        foreach (var node in tree.Nodes)
        {
            text.Add(node.Id).Add(node.Depth).Add(node.GroupBy).Add(node.Label).Add(node.HostCount).Add(node.ContainerCount);
            text.Add(node.IsAlive ? "true" : "false");
            AddHealth(text, node.Health);
            AddValues(text, node.Values);
        }

        return text.ToString();
    }

    /// <summary>Curves: a row for each step, a column for each curve.</summary>
    public static string Of(SeriesAnswer answer)
    {
        var text = new CsvText().Add("timeMs").Add("time");
        foreach (var series in answer.Series)
        {
            text.Add(series.Labels.Count == 0 ? series.Metric : $"{series.Metric} {string.Join(' ', series.Labels.Select(static l => $"{l.Key}={l.Value}"))}");
        }

        text.EndRow();
        for (var i = 0; i < answer.Times.Count; i++)
        {
            text.Add(answer.Times[i]).Add(Time(answer.Times[i]));
            AddValues(text, answer.Series.Select(s => s.Values[i]));
        }

        return text.ToString();
    }

    /// <summary>Entities: a row for each, a column for each label that one of them has.</summary>
    public static string Of(EntitiesAnswer answer)
    {
        var labels = answer.Entities.SelectMany(static e => e.Labels.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var text = new CsvText().Add("id").Add("parent").Add("kind").Add("begin").Add("end").Add("health").Add("restarts").Add("marks");
        foreach (var label in labels)
        {
            text.Add(label);
        }

        AddColumns(text, answer.Columns);
        foreach (var entity in answer.Entities)
        {
            text.Add(entity.Id).Add(entity.Parent).Add(entity.Kind).Add(Time(entity.BeginMs)).Add(entity.EndMs is { } end ? Time(end) : null);
            AddHealth(text, entity.Health);
            foreach (var label in labels)
            {
                text.Add(entity.Labels.GetValueOrDefault(label));
            }

            AddValues(text, entity.Values);
        }

        return text.ToString();
    }

    static void AddColumns(CsvText text, IReadOnlyList<AnswerColumn> columns)
    {
        foreach (var column in columns)
        {
            text.Add(column.Metric);
        }

        text.EndRow();
    }

    static void AddHealth(CsvText text, Health health) => text
        .Add(health.Level switch { HealthLevel.Critical => "critical", HealthLevel.Warning => "warning", _ => "ok" })
        .Add(health.Restarts)
        .Add(string.Join("; ", health.Marks.Select(static m => $"{m.Kind}: {m.Text}")));

    static void AddValues(CsvText text, IEnumerable<double?> values)
    {
        foreach (var value in values)
        {
            text.Add(value);
        }

        text.EndRow();
    }

    static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, LastMilliseconds)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
