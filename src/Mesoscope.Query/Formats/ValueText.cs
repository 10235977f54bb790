using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Writes field values as lines show them.</summary>
public static class ValueText
{
    /// <summary>Appends the value's text.</summary>
    public static void Append(Utf8Writer output, in FieldValue value) => output.Append(value.Bytes);
}
