namespace Mesoscope.Conformance.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string> Samples => [.. CaptureFolder.SamplePaths];

    public static TheoryData<string> Further => [.. CaptureFolder.FurtherPaths.DefaultIfEmpty(NoCaptures)];

    const string NoCaptures = "none: MESOSCOPE_CAPTURES may name a folder of them";

    [ReferenceTheory]
    [MemberData(nameof(Samples))]
    public void Trace_OnASample_PrintsWhatTheReferencePrints(string capture) =>
        CheckNone(Comparison.Differences(capture, Case.All));

    [ReferenceTheory]
    [MemberData(nameof(Further))]
    public void Trace_OnAFurtherCapture_PrintsWhatTheReferencePrints(string capture)
    {
        if (capture != NoCaptures)
        {
            CheckNone(Comparison.Differences(capture, Case.All.Where(c => c.IsShort || CaptureFolder.IsNamed)));
        }
    }

    [Theory]
    [InlineData("-p \"%evt.num %proc.name\" evt.dir='<' and  fd.num=3", 5)]
    [InlineData("\"\" x", 2)]
    public void Split_OfACase_KeepsQuotedWordsTogether(string line, int count) => Assert.Equal(count, ShellWords.Split(line).Length);

    // The whole text of what differs; an equality would cut it after a few characters.
    static void CheckNone(string differences) => Assert.True(differences.Length == 0, differences);
}
