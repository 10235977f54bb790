using System.Text;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Labels;

/// <summary>Collects the labels of an entity; the first of a name counts.</summary>
/// <param name="filter">Which labels of others travel.</param>
sealed class LabelList(LabelFilter filter)
{
    readonly List<Label> _labels = [];
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds a label of our own; without a value it is none.</summary>
    public LabelList Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && _names.Add(name))
        {
            _labels.Add(new Label { Name = name, Value = value.Length <= LabelFilter.MaxOwnLength ? value : value[..LabelFilter.MaxOwnLength] });
        }

        return this;
    }

    /// <summary>Adds a label of our own whose value is UTF-8.</summary>
    public LabelList Add(string name, ReadOnlySpan<byte> value) => Add(name, Encoding.UTF8.GetString(value));

    /// <summary>Adds a label that a user gave to a container, a task or an app, unless it is not to travel.</summary>
    /// <param name="prefix">Begins the name here, such as <c>container.label.</c></param>
    /// <param name="name">The user's name for it.</param>
    /// <param name="value">Its value.</param>
    public LabelList AddForeign(string prefix, string name, string value)
    {
        if (filter.Allows(name, value, _labels.Count))
        {
            Add(prefix + name, value);
        }

        return this;
    }

    /// <summary>The labels, sorted by name.</summary>
    public List<Label> ToList()
    {
        _labels.Sort(static (x, y) => string.CompareOrdinal(x.Name, y.Name));
        return _labels;
    }
}
