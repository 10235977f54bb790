using Mesoscope.Events.Schema;
using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Makes a check of the tree into one that can be asked: finds the fields, reads the operands, picks the comparison.</summary>
sealed class CheckBinder(IFieldBinder fields)
{
    const string EventTypeField = "evt.type";

    internal FilterStep Bind(CheckNode check)
    {
        var left = BindField(check.Left);
        try
        {
            if (check.Operands.Any(static operand => operand is not TextOperand))
            {
                return BindPair(check, left, BindField(check.Operands[0]));
            }

            var filter = BindTexts(check, left);
            return filter is null ? BindPair(check, left, BindField(check.Operands[0])) : Step(filter, left.IsStateful);
        }
        catch (FilterException e) when (e.Position < 0)
        {
            throw new FilterException(e.Message, check.OperatorPosition);
        }
    }

    static FilterStep Step(IEventFilter filter, bool isStateful) => new(filter, 0, 0) { IsStateful = isStateful };

    /// <summary>A check against texts; null when the operand can only be meant as a field.</summary>
    IEventFilter? BindTexts(CheckNode check, Field left)
    {
        var kind = ValueKinds.Of(left.Type);
        if (left is not TransformedField)
        {
            RequireEventTypes(check, left);
            if (BindOverride(check, left, kind) is { } own)
            {
                return own;
            }
        }

        RequireDefined(check, left, kind);
        return IsFieldName(check, kind) ? null : CheckFactory.Create(check, left, kind);
    }

    /// <summary>
    /// A field's own comparison. What it does not know of lists is asked operand by operand: a list is short for several equalities.
    /// </summary>
    static IEventFilter? BindOverride(CheckNode check, Field left, ValueKind kind)
    {
        if (TypeConstants.Of(left.Info.Name) != TypeConstant.None)
        {
            return null;
        }

        var texts = check.Operands.Select(static operand => ((TextOperand)operand).Text).ToArray();
        if (left.Compare(check.Operation, texts) is { } own)
        {
            return own;
        }

        if (kind == ValueKind.Text || check.Operation is not (FilterOperator.In or FilterOperator.Intersects))
        {
            return null;
        }

        var alternatives = new List<IEventFilter>(texts.Length);
        foreach (var text in texts)
        {
            if (left.Compare(FilterOperator.Equal, [text]) is { } alternative)
            {
                alternatives.Add(alternative);
            }
        }

        return alternatives.Count == texts.Length ? new AnyCheck(alternatives.ToArray()) : null;
    }

    static FilterStep BindPair(CheckNode check, Field left, Field right)
    {
        var kind = ValueKinds.Of(left.Type);
        RequireDefined(check, left, kind);
        var rightKind = ValueKinds.Of(right.Type);
        if (OperatorRules.Describe(kind) != OperatorRules.Describe(rightKind))
        {
            throw new FilterException(
                $"{left.Text} is {OperatorRules.Describe(kind)}, but {right.Text} is {OperatorRules.Describe(rightKind)}",
                check.Operands[0].Position);
        }

        if (check.Operation is FilterOperator.Glob or FilterOperator.GlobIgnoreCase or FilterOperator.Regex or FilterOperator.PathMatch
            or FilterOperator.ContainsBytes or FilterOperator.StartsWithBytes)
        {
            throw new FilterException(
                $"'{FilterWords.Text(check.Operation)}' compares with a text, not with a field", check.Operands[0].Position);
        }

        return Step(new PairCheck(left, check.Operation, right), left.IsStateful || right.IsStateful);
    }

    /// <summary>True for a word that stands where a number was expected, is none, and names a field.</summary>
    bool IsFieldName(CheckNode check, ValueKind kind)
    {
        if (kind is not (ValueKind.Signed or ValueKind.Unsigned or ValueKind.Floating)
            || check.Operands is not [TextOperand { IsQuoted: false } operand] || !operand.Text.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            fields.Bind(operand.Text);
            return true;
        }
        catch (FieldException)
        {
            return false;
        }
    }

    Field BindField(FilterOperand operand)
    {
        switch (operand)
        {
            case TransformedOperand transformed:
                return Transform(transformed, BindField(transformed.Inner));
            case TextOperand text:
                return BindName(text.Text, text.Position);
            default:
                return BindName(((FieldOperand)operand).Name, operand.Position);
        }
    }

    Field BindName(string name, int position)
    {
        try
        {
            return fields.Bind(name);
        }
        catch (FieldException e)
        {
            throw new FilterException(e.Message, position);
        }
    }

    static TransformedField Transform(TransformedOperand operand, Field inner)
    {
        var kind = ValueKinds.Of(inner.Type);
        var takesBytes = operand.Transformer is FilterTransformer.Base64 or FilterTransformer.Length;
        return kind == ValueKind.Text || (takesBytes && kind == ValueKind.Bytes)
            ? new TransformedField(inner, operand.Transformer)
            : throw new FilterException(
                $"{FilterWords.Text(operand.Transformer)}() takes a text, but {inner.Text} is {OperatorRules.Describe(kind)}", operand.Position);
    }

    static void RequireDefined(CheckNode check, Field left, ValueKind kind)
    {
        if (OperatorRules.Explain(kind, check.Operation, left.Text) is { } reason)
        {
            throw new FilterException(reason, check.OperatorPosition);
        }
    }

    /// <summary>A name that no event type has is a typing error: the check could never be true.</summary>
    static void RequireEventTypes(CheckNode check, Field left)
    {
        if (left.Info.Name != EventTypeField
            || check.Operation is not (FilterOperator.Equal or FilterOperator.NotEqual or FilterOperator.In or FilterOperator.Intersects))
        {
            return;
        }

        foreach (var operand in check.Operands)
        {
            var text = (TextOperand)operand;
            if (!EventSchema.IsName(text.Utf8))
            {
                throw new FilterException($"'{text.Text}' is not an event type; 'mesoscope trace -L' lists them", text.Position);
            }
        }
    }
}
