using Mesoscope.Testing.Calls;

namespace Mesoscope.Kernel.Tests.Families;

public sealed class CallFamilyTests
{
    public static TheoryData<string> Names => [.. CallFamilies.All.Keys];

    [LiveTheory]
    [MemberData(nameof(Names))]
    public void Family_MadeOnce_EveryParameterIsWhatWasPassed(string family)
    {
        using var scene = new CallScene();
        var recorded = RecordedCall.Record(() => CallFamilies.All[family](scene));

        var at = 0;
        foreach (var made in scene.Made)
        {
            at = Find(recorded, at, made, '>', made.Enter);
            at = Find(recorded, at, made, '<', made.Exit);
        }
    }

    // The runtime makes calls of its own in between.
    static int Find(List<RecordedCall> recorded, int from, MadeCall made, char direction, object?[] expected)
    {
        var type = CallTypes.Of(made.Call, direction == '>');
        for (var i = from; i < recorded.Count; i++)
        {
            if (recorded[i].Type == type && IsExpected(expected, recorded[i].Parameters))
            {
                return i + 1;
            }
        }

        var candidates = recorded.Skip(from).Where(c => c.Type == type).Take(3).Select(c => string.Join(" | ", c.Parameters.Select(Convert.ToHexString)));
        Assert.Fail($"{direction} {made.Call.Name}({string.Join(", ", expected.Select(Show))}) is missing; there is\n{string.Join('\n', candidates)}");
        return -1;
    }

    static bool IsExpected(object?[] expected, byte[][] actual) =>
        expected.Length == actual.Length && expected.Zip(actual).All(static pair => MadeCall.IsExpected(pair.First, pair.Second));

    static string Show(object? value) => value switch
    {
        null => "?",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => value.ToString()!,
    };
}
