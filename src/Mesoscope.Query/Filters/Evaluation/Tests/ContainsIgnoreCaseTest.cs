namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>icontains</c>: ASCII letters are the same in both cases.</summary>
readonly struct ContainsIgnoreCaseTest : IBytesTest
{
    readonly byte[] _lower;
    readonly byte[] _upper;

    internal ContainsIgnoreCaseTest(byte[] operand)
    {
        _lower = Array.ConvertAll(operand, AsciiCase.ToLower);
        _upper = Array.ConvertAll(operand, AsciiCase.ToUpper);
    }

    public bool Test(ReadOnlySpan<byte> value)
    {
        var lower = _lower.AsSpan();
        if (lower.IsEmpty)
        {
            return true;
        }

        while (value.Length >= lower.Length)
        {
            var start = value[..(value.Length - lower.Length + 1)].IndexOfAny(lower[0], _upper[0]);
            if (start < 0)
            {
                return false;
            }

            if (AsciiCase.EqualsLower(value.Slice(start, lower.Length), lower))
            {
                return true;
            }

            value = value[(start + 1)..];
        }

        return false;
    }
}
