using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Catalog;

// Takes labels out of messages, within limits.
sealed class LabelReader(EntityLimits limits)
{
    readonly StringPool _names = new(20_000);
    readonly StringPool _values = new(200_000);

    public LabelSet Read(IReadOnlyCollection<Label> labels, DropCounts drops)
    {
        var taken = new List<KeyValuePair<string, string>>(Math.Min(labels.Count, limits.Labels));
        foreach (var label in labels)
        {
            if (label.Name.Length == 0 || label.Name.Length > limits.NameLength)
            {
                drops.Add("label name empty or too long");
            }
            else if (taken.Count == limits.Labels)
            {
                drops.Add("label beyond an entity's limit");
            }
            else
            {
                taken.Add(new(_names.Share(label.Name), Value(label.Value, drops)));
            }
        }

        return LabelSet.From(taken);
    }

    string Value(string value, DropCounts drops)
    {
        if (value.Length <= limits.ValueLength)
        {
            return _values.Share(value);
        }

        drops.Add("label value cut");

        // A pair of surrogates stays together.
        var length = char.IsHighSurrogate(value[limits.ValueLength - 1]) ? limits.ValueLength - 1 : limits.ValueLength;
        return value[..length];
    }
}
