using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Parsing;

/// <summary>
/// Makes a tree of a text. Groups in parentheses live on a stack of their own, so that their depth is limited by memory only;
/// nested transformers are limited to <see cref="MaxTransformers"/>.
/// </summary>
/// <remarks>
/// <c>and</c> binds closer than <c>or</c>. Two habits of sysdig are kept because filters that it takes must mean the same here:
/// several <c>not</c> in a row are one, and a <c>not</c> where a connective is missing repeats the last one.
/// </remarks>
sealed class FilterParser(string text)
{
    /// <summary>How deep transformers may be nested.</summary>
    internal const int MaxTransformers = 100;

    readonly FilterLexer _lexer = new(text);
    readonly Stack<ParserGroup> _groups = new();

    internal FilterNode Parse()
    {
        var group = new ParserGroup(0, 0, isNegated: false);
        while (true)
        {
            group = TakePart(group);
            while (true)
            {
                _lexer.SkipBlanks();
                if (_lexer.IsAtEnd)
                {
                    return Finish(group);
                }

                if (!_lexer.TryTake(")"))
                {
                    break;
                }

                group = Close(group);
            }

            TakeConnective(group);
        }
    }

    /// <summary>Takes a check with what stands before it: <c>not</c> and opening parentheses, which make new groups.</summary>
    ParserGroup TakePart(ParserGroup group)
    {
        var start = -1;
        var isNegated = false;
        while (true)
        {
            _lexer.SkipBlanks();
            var position = _lexer.Position;
            if (_lexer.TryTake("not"))
            {
                start = start < 0 ? position : start;
                isNegated = true;
            }
            else if (_lexer.TryTake("("))
            {
                _groups.Push(group);
                group = new ParserGroup(start < 0 ? position : start, position, isNegated);
                start = -1;
                isNegated = false;
            }
            else
            {
                var check = TakeCheck();
                group.Add(isNegated ? new NegationNode(start, check) : check);
                return group;
            }
        }
    }

    ParserGroup Close(ParserGroup group)
    {
        if (!_groups.TryPop(out var outer))
        {
            throw new FilterException("this ')' has no '(' before it", _lexer.Position - 1);
        }

        var node = group.ToNode();
        outer.Add(group.IsNegated ? new NegationNode(group.Position, node) : node);
        outer.LastConnective = group.LastConnective ?? outer.LastConnective;
        return outer;
    }

    FilterNode Finish(ParserGroup group) => _groups.Count == 0
        ? group.ToNode()
        : throw new FilterException("this '(' is never closed; expected ')'", group.OpeningPosition);

    void TakeConnective(ParserGroup group)
    {
        var position = _lexer.Position;
        if (_lexer.TryTake("and"))
        {
            group.Connect(isConjunction: true);
        }
        else if (_lexer.TryTake("or"))
        {
            group.Connect(isConjunction: false);
        }
        else if (group.LastConnective is { } last && _lexer.TryTake("not"))
        {
            _lexer.Position = position;
            group.Connect(last);
        }
        else
        {
            throw new FilterException(
                _groups.Count == 0 ? "expected 'and', 'or' or the end of the filter" : "expected 'and', 'or' or ')'", position);
        }
    }

    CheckNode TakeCheck()
    {
        var left = TakeField(0);
        _lexer.SkipBlanks();
        var position = _lexer.Position;
        if (!_lexer.TryTakeOperator(out var operation))
        {
            var words = string.Join(", ", FilterWords.Operators.Select(static entry => entry.Text));
            throw new FilterException($"expected an operator: one of {words}", position);
        }

        return new CheckNode(left, position, operation, TakeOperands(operation));
    }

    List<FilterOperand> TakeOperands(FilterOperator operation)
    {
        if (operation == FilterOperator.Exists)
        {
            return [];
        }

        _lexer.SkipBlanks();
        if (TryTakeCall() is { } call)
        {
            return [call];
        }

        if (!FilterWords.TakesList(operation))
        {
            return [_lexer.TakeText(isInList: false)];
        }

        if (!_lexer.TryTake("("))
        {
            throw new FilterException($"expected a list in parentheses behind '{FilterWords.Text(operation)}', such as (a, b)", _lexer.Position);
        }

        return TakeList();
    }

    List<FilterOperand> TakeList()
    {
        var operands = new List<FilterOperand>();
        do
        {
            operands.Add(_lexer.TakeText(isInList: true));
            _lexer.SkipBlanks();
        }
        while (_lexer.TryTake(","));
        return _lexer.TryTake(")")
            ? operands
            : throw new FilterException("expected ',' or ')' behind this item of the list", _lexer.Position);
    }

    /// <summary>Takes <c>val(field)</c> or a transformer on the right-hand side; null, and nothing taken, when there is none.</summary>
    FilterOperand? TryTakeCall()
    {
        if (_lexer.IsCall(FilterWords.FieldValue))
        {
            _lexer.TryTake(FilterWords.FieldValue);
            return TakeInner(0);
        }

        foreach (var (word, _) in FilterWords.Transformers)
        {
            if (_lexer.IsCall(word))
            {
                return TakeField(0);
            }
        }

        return null;
    }

    FilterOperand TakeField(int depth)
    {
        _lexer.SkipBlanks();
        var position = _lexer.Position;
        var name = _lexer.TakeName();
        if (name.Length == 0)
        {
            throw new FilterException(
                _lexer.IsAtEnd ? "the filter ends where a field was expected" : "expected a field, such as proc.name", position);
        }

        if (_lexer.Current != '(')
        {
            return new FieldOperand(position, name.ToString());
        }

        if (!FilterWords.TryGetTransformer(name, out var transformer))
        {
            var words = string.Join(", ", FilterWords.Transformers.Select(static entry => entry.Text + "()"));
            throw new FilterException($"expected one of {words}", position);
        }

        return depth < MaxTransformers
            ? new TransformedOperand(position, transformer, TakeInner(depth + 1))
            : throw new FilterException($"transformers are nested deeper than {MaxTransformers}", position);
    }

    FilterOperand TakeInner(int depth)
    {
        _lexer.TryTake("(");
        var inner = TakeField(depth);
        _lexer.SkipBlanks();
        return _lexer.TryTake(")") ? inner : throw new FilterException("expected ')' behind the field", _lexer.Position);
    }
}
