using Mesoscope.Fuzz;

namespace Mesoscope.EndToEnd.Tests.BadInput;

public sealed class FuzzTests
{
    // A seed of its own for each run of the tests would find more, but a failure could not be told from the change that is tested.
    const int Seed = 20260301;

    [Fact]
    public void Read_OfDamagedCaptures_ThrowsNothingAndStaysSmall()
    {
        var report = FuzzRun.Run(new FuzzOptions { Count = 20_000, Seed = Seed });
        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
        Assert.Equal(20_000, report.CaptureCount);
        Assert.True(report.EventCount > report.CaptureCount, "the damage left too little to read");
    }

    [Fact]
    public void Next_WithTheSameSeed_DamagesTheSameWay()
    {
        byte[][] sources = [File.ReadAllBytes(Sample.Old)];
        var one = new Mutator(sources, Seed);
        var other = new Mutator(sources, Seed);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(one.Next().ToArray(), other.Next().ToArray());
        }
    }
}
