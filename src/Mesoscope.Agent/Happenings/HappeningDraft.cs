using System.Globalization;
using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Sampling;
using Mesoscope.Samples.Labels;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Happenings;

/// <summary>Puts a happening together.</summary>
sealed class HappeningDraft
{
    readonly Happening _happening;

    /// <param name="kind">A word of the catalogue of happenings.</param>
    /// <param name="timeMs">When, milliseconds since 1970.</param>
    /// <param name="severity">How bad, of <see cref="HappeningSeverity"/>.</param>
    public HappeningDraft(string kind, long timeMs, uint severity) => _happening = new Happening { Kind = kind, TimeMs = timeMs, Severity = severity };

    /// <summary>Says whom it happened to, and adds its names.</summary>
    public HappeningDraft To(MeasuredEntity entity)
    {
        _happening.Entity = entity.Number;
        foreach (var label in entity.Labels)
        {
            Add(label.Name, label.Value);
        }

        return this;
    }

    /// <summary>Says which process it is about.</summary>
    public HappeningDraft By(string name, int id) =>
        Add(LabelNames.ProcessName, name).Add(LabelNames.ProcessId, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a label; without a value it is none.</summary>
    public HappeningDraft Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _happening.Labels.Add(new Label { Name = name, Value = value });
        }

        return this;
    }

    /// <summary>Adds a number as label.</summary>
    public HappeningDraft Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds labels.</summary>
    public HappeningDraft Add(IEnumerable<Label> labels)
    {
        _happening.Labels.AddRange(labels);
        return this;
    }

    /// <summary>Adds failed calls, oldest first.</summary>
    public HappeningDraft Add(IEnumerable<FailedCall> calls)
    {
        _happening.FailedCalls.AddRange(calls);
        return this;
    }

    /// <summary>Ends it with the line for people.</summary>
    public Happening Say(string text)
    {
        _happening.Text = text;
        return _happening;
    }

    /// <summary>What people call a container: the task, the container's name or its id.</summary>
    public static string NameOf(ContainerState state) =>
        state.Entity.FindLabel(LabelNames.TaskName) is { } task ? $"task {task}"
        : $"container {state.Entity.FindLabel(LabelNames.ContainerName) ?? state.Entry.Id}";
}
