using Mesoscope.Cli.Help;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Lists;

/// <summary>The answers to <c>-l</c> and <c>-lv</c>: the fields by class, in two columns.</summary>
static class FieldList
{
    const int Column = 30;
    const int Width = 90;

    /// <summary>Appends all classes.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="showsTypes">True for <c>-lv</c>.</param>
    public static void Append(Utf8Writer output, bool showsTypes)
    {
        foreach (var fieldClass in FieldRegistry.Classes)
        {
            AppendHead(output, fieldClass);
            foreach (var info in fieldClass.Fields)
            {
                if (!info.IsPrintOnly)
                {
                    AppendField(output, info, showsTypes);
                }
            }

            output.Append((byte)'\n');
        }
    }

    static void AppendHead(Utf8Writer output, FieldClass fieldClass)
    {
        output.Append("-------------------------------\n"u8);
        TextWrap.AppendPadded(output, "Field Class:", Column);
        output.Append(fieldClass.Name);
        if (fieldClass.AppliesTo.Length > 0)
        {
            output.Append($" ({fieldClass.AppliesTo})");
        }

        output.Append((byte)'\n');
        if (fieldClass.Description.Length > 0)
        {
            TextWrap.AppendPadded(output, "Description:", Column);
            TextWrap.Append(output, fieldClass.Description, Column, Width);
            output.Append((byte)'\n');
        }

        output.Append((byte)'\n');
    }

    static void AppendField(Utf8Writer output, FieldInfo info, bool showsTypes)
    {
        if (info.Name.Length > Column)
        {
            output.Append(info.Name);
            output.Append((byte)'\n');
            TextWrap.AppendBlanks(output, Column);
        }
        else
        {
            TextWrap.AppendPadded(output, info.Name, Column);
        }

        var description = info.IsFilterOnly ? "(FILTER ONLY) " + info.Description : info.Description;
        TextWrap.Append(output, showsTypes ? $"(Type: {TypeNames.Get(info.Type)}) {description}" : description, Column, Width);
        output.Append((byte)'\n');
    }
}
