using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>Writes field values as the JSON output shows them.</summary>
public static class ValueJson
{
    /// <summary>Appends the value.</summary>
    public static void Append(Utf8Writer output, in FieldValue value) => output.Append(value.Bytes);
}
