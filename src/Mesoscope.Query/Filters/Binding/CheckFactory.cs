using Mesoscope.Machine;
using Mesoscope.Query.Fields;
using Mesoscope.Query.Filters.Evaluation;
using Mesoscope.Query.Filters.Evaluation.Tests;
using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Picks the comparison of a field with texts. The operator is known to be defined for the kind.</summary>
static class CheckFactory
{
    internal static IEventFilter Create(CheckNode check, Field field, ValueKind kind)
    {
        if (check.Operation == FilterOperator.Exists)
        {
            return new ExistsCheck(field);
        }

        return kind switch
        {
            ValueKind.Signed or ValueKind.Unsigned => CreateNumber(check, field),
            ValueKind.Floating => new FloatingCheck(field, check.Operation, Parse(check, static text => OperandParser.ParseDouble(text.Text))),
            ValueKind.Address => CreateMember(
                check, field, Parse(check, text => OperandParser.ParseAddress(field.Type, text.Text))),
            ValueKind.Network => new BytesCheck<NetworkTest>(
                field,
                new NetworkTest(Parse(check, text => OperandParser.ParseNetwork(field.Type, text.Text))),
                check.Operation == FilterOperator.NotEqual),
            ValueKind.Bytes => CreateBytes(check, field, static text => text.Utf8),
            _ => CreateBytes(check, field, UpToNul),
        };
    }

    /// <summary>Texts of events end at the first NUL, so the rest of an operand could never be found.</summary>
    static byte[] UpToNul(TextOperand text)
    {
        var end = text.Utf8.AsSpan().IndexOf((byte)0);
        return end < 0 ? text.Utf8 : text.Utf8[..end];
    }

    static FieldCheck CreateNumber(CheckNode check, Field field)
    {
        var numbers = Parse(check, text => OperandParser.ParseNumber(field.Type, text.Text));
        return check.Operation is FilterOperator.In or FilterOperator.Intersects
            ? new NumberSetCheck(field, numbers)
            : new NumberCheck(field, check.Operation, numbers[0]);
    }

    static FieldCheck CreateBytes(CheckNode check, Field field, Func<TextOperand, byte[]> read)
    {
        if (check.Operation is FilterOperator.ContainsBytes or FilterOperator.StartsWithBytes)
        {
            read = static text => OperandParser.ParseHexBytes(text.Text);
        }

        var operands = Parse(check, read);
        return check.Operation switch
        {
            FilterOperator.Contains or FilterOperator.ContainsBytes => new BytesCheck<ContainsTest>(field, new ContainsTest(operands[0])),
            FilterOperator.StartsWith or FilterOperator.StartsWithBytes =>
                new BytesCheck<StartsWithTest>(field, new StartsWithTest(operands[0])),
            FilterOperator.EndsWith => new BytesCheck<EndsWithTest>(field, new EndsWithTest(operands[0])),
            FilterOperator.ContainsIgnoreCase =>
                new BytesCheck<ContainsIgnoreCaseTest>(field, new ContainsIgnoreCaseTest(operands[0])),
            FilterOperator.Glob => new BytesCheck<GlobTest>(field, new GlobTest(new GlobPattern(operands[0], ignoresCase: false))),
            FilterOperator.GlobIgnoreCase =>
                new BytesCheck<GlobTest>(field, new GlobTest(new GlobPattern(operands[0], ignoresCase: true))),
            FilterOperator.Regex => CreateRegex(check, field),
            FilterOperator.PathMatch => new BytesCheck<PathTest>(field, new PathTest(new PathPrefixSet(operands))),
            FilterOperator.Less or FilterOperator.GreaterOrEqual => new BytesCheck<OrderTest>(
                field, new OrderTest(operands[0], isInclusive: false), check.Operation == FilterOperator.GreaterOrEqual),
            FilterOperator.LessOrEqual or FilterOperator.Greater => new BytesCheck<OrderTest>(
                field, new OrderTest(operands[0], isInclusive: true), check.Operation == FilterOperator.Greater),
            _ => CreateMember(check, field, operands),
        };
    }

    static BytesCheck<RegexTest> CreateRegex(CheckNode check, Field field) =>
        new(field, new RegexTest(Parse(check, static text => new RegexPattern(text.Text))[0]));

    static FieldCheck CreateMember(CheckNode check, Field field, byte[][] operands) => operands.Length == 1
        ? new BytesCheck<EqualTest>(field, new EqualTest(operands[0]), check.Operation == FilterOperator.NotEqual)
        : new BytesCheck<MemberTest>(field, new MemberTest(new ByteStringSet(operands)));

    /// <summary>Reads the operands; what is wrong with one is said at its place.</summary>
    static T[] Parse<T>(CheckNode check, Func<TextOperand, T> read)
    {
        var values = new T[check.Operands.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var text = (TextOperand)check.Operands[i];
            try
            {
                values[i] = read(text);
            }
            catch (FilterException e)
            {
                throw new FilterException(e.Message, text.Position);
            }
        }

        return values;
    }
}
