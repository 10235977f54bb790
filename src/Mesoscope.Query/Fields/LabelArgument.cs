using Mesoscope.Clusters.Text;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields;

/// <summary>What fields of labels share: the key as argument, and all labels as one text.</summary>
static class LabelArgument
{
    /// <summary>Length of a key behind a field's name, its dot included; the key may be empty. 0 without a dot.</summary>
    public static int Measure(ReadOnlySpan<char> rest)
    {
        if (rest is not ['.', ..])
        {
            return 0;
        }

        var end = 1;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '/' or '_' or '-' or '.'))
        {
            end++;
        }

        return end;
    }

    /// <summary>The value is that of the label whose key is the field's argument; false when there is none.</summary>
    public static bool SetLabel(this ref FieldValue value, IReadOnlyList<Label> labels, FieldScratch scratch) =>
        Label.Find(labels, scratch.ArgumentName) is { } text && value.Set(text);

    /// <summary>The value is all labels: <c>key:value</c> joined by a comma and a blank; a label without a value is its key alone.</summary>
    public static bool SetLabels(this ref FieldValue value, IReadOnlyList<Label> labels, FieldScratch scratch)
    {
        var text = scratch.NewText();
        for (var i = 0; i < labels.Count; i++)
        {
            Append(text, labels[i]);
        }

        return value.Set(text.Written);
    }

    /// <summary>Appends one pair, behind a comma and a blank when it is not the first.</summary>
    public static void Append(Utf8Writer output, Label label)
    {
        if (output.Length > 0)
        {
            output.Append(", "u8);
        }

        output.Append(label.Key);
        if (label.Value.Length > 0)
        {
            output.Append((byte)':');
            output.Append(label.Value);
        }
    }
}
