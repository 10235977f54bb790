using System.Globalization;
using System.Text;

namespace Mesoscope.Query.Filters.Syntax;

/// <summary>Writes trees as text that sysdig understands as well, as far as it knows the operators. Works without recursion.</summary>
static class FilterPrinter
{
    const string PlainPunctuation = "_-+./:*?@%#&;|~^[]{}$<>!=";

    internal static string Print(FilterNode root)
    {
        var output = new StringBuilder();
        var pending = new Stack<object>();
        pending.Push(root);
        while (pending.TryPop(out var item))
        {
            switch (item)
            {
                case string text:
                    output.Append(text);
                    break;
                case CheckNode check:
                    AppendCheck(output, check);
                    break;
                case NegationNode negation:
                    PushGrouped(pending, negation.Child, negation.Child is JunctionNode or NegationNode);
                    pending.Push("not ");
                    break;
                case JunctionNode junction:
                    PushChildren(pending, junction);
                    break;
            }
        }

        return output.ToString();
    }

    static void PushChildren(Stack<object> pending, JunctionNode junction)
    {
        for (var i = junction.Children.Count - 1; i >= 0; i--)
        {
            PushGrouped(pending, junction.Children[i], junction.Children[i] is JunctionNode);
            if (i > 0)
            {
                pending.Push(junction.IsConjunction ? " and " : " or ");
            }
        }
    }

    static void PushGrouped(Stack<object> pending, FilterNode node, bool isGrouped)
    {
        if (isGrouped)
        {
            pending.Push(")");
        }

        pending.Push(node);
        if (isGrouped)
        {
            pending.Push("(");
        }
    }

    static void AppendCheck(StringBuilder output, CheckNode check)
    {
        AppendOperand(output, check.Left, isRight: false);
        output.Append(' ').Append(FilterWords.Text(check.Operation));
        if (check.Operation == FilterOperator.Exists)
        {
            return;
        }

        output.Append(' ');
        if (!FilterWords.TakesList(check.Operation) || check.Operands is [not TextOperand])
        {
            AppendOperand(output, check.Operands[0], isRight: true);
            return;
        }

        output.Append('(');
        for (var i = 0; i < check.Operands.Count; i++)
        {
            output.Append(i > 0 ? ", " : "");
            AppendOperand(output, check.Operands[i], isRight: true);
        }

        output.Append(')');
    }

    static void AppendOperand(StringBuilder output, FilterOperand operand, bool isRight)
    {
        switch (operand)
        {
            case TextOperand text:
                AppendText(output, text.Utf8);
                break;
            case FieldOperand field when isRight:
                output.Append(FilterWords.FieldValue).Append('(').Append(field.Name).Append(')');
                break;
            case FieldOperand field:
                output.Append(field.Name);
                break;
            case TransformedOperand transformed:
                output.Append(FilterWords.Text(transformed.Transformer)).Append('(');
                AppendOperand(output, transformed.Inner, isRight: false);
                output.Append(')');
                break;
        }
    }

    static void AppendText(StringBuilder output, byte[] utf8)
    {
        // A first '=' would read as part of the operator.
        var isPlain = utf8.Length > 0 && utf8[0] != (byte)'=';
        foreach (var b in utf8)
        {
            isPlain &= char.IsAsciiLetterOrDigit((char)b) || PlainPunctuation.Contains((char)b, StringComparison.Ordinal);
        }

        if (isPlain)
        {
            output.Append(Encoding.ASCII.GetString(utf8));
            return;
        }

        output.Append('"');
        var rest = utf8.AsSpan();
        while (rest.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            AppendRune(output, rune, status == System.Buffers.OperationStatus.Done, rest[..length]);
            rest = rest[length..];
        }

        output.Append('"');
    }

    static void AppendRune(StringBuilder output, Rune rune, bool isValid, ReadOnlySpan<byte> bytes)
    {
        if (isValid && rune.Value is '"' or '\\')
        {
            output.Append('\\').Append((char)rune.Value);
            return;
        }

        // sysdig ends a text at either quote, so a single one is never written as it is.
        if (isValid && rune.Value >= ' ' && rune.Value is not ('\'' or 0x7f))
        {
            output.Append(rune.ToString());
            return;
        }

        foreach (var b in bytes)
        {
            output.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}");
        }
    }
}
