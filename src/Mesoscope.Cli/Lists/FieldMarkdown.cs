using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Lists;

/// <summary>The answer to <c>--list-markdown</c>: one table of fields per class.</summary>
static class FieldMarkdown
{
    /// <summary>Appends all classes.</summary>
    public static void Append(Utf8Writer output)
    {
        foreach (var fieldClass in FieldRegistry.Classes)
        {
            output.Append($"\n## Field Class: {fieldClass.Name}\n\n{fieldClass.Description}\n\n");
            output.Append("Name | Type | Description\n:----|:-----|:-----------\n"u8);
            foreach (var info in fieldClass.Fields)
            {
                if (!info.IsPrintOnly)
                {
                    output.Append($"`{info.Name}` | {TypeNames.Get(info.Type)} | {info.Description}\n");
                }
            }
        }
    }
}
