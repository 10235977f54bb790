using Mesoscope.Query.Filters.Binding;

namespace Mesoscope.Query.Filters.Evaluation.Tests;

/// <summary><c>=</c> and <c>in</c> with networks: the address lies in one of them.</summary>
readonly struct NetworkTest(AddressNetwork[] operands) : IBytesTest
{
    public bool Test(ReadOnlySpan<byte> value)
    {
        foreach (var network in operands)
        {
            if (network.Contains(value))
            {
                return true;
            }
        }

        return false;
    }
}
