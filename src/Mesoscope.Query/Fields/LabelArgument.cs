using Mesoscope.Machine.Text;
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

    /// <summary>Appends <c>key:value</c> pairs joined by a comma and a blank; a label without a value is its key alone.</summary>
    public static void Append(Utf8Writer output, IReadOnlyList<Label> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            Append(output, labels[i]);
        }
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
