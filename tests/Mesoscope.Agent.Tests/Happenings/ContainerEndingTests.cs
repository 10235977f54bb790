using Mesoscope.Agent.Happenings;
using Mesoscope.Containers;
using Mesoscope.Kernel.Counting;

namespace Mesoscope.Agent.Tests.Happenings;

public sealed class ContainerEndingTests
{
    [Theory]
    [InlineData(null, null, null, null, 0)]
    [InlineData(3, null, null, 3, 0)]
    [InlineData(-9, null, null, null, 9)]
    [InlineData(null, 4, null, 4, 0)]
    [InlineData(null, -15, null, null, 15)]
    [InlineData(3, 4, null, 3, 0)]
    [InlineData(1, null, 1, 1, 0)]
    [InlineData(-9, null, 137, 137, 9)]
    // It answered that itself.
    [InlineData(137, null, 137, 137, 0)]
    // What was seen first was the runtime's own.
    [InlineData(0, null, 1, 1, 0)]
    [InlineData(0, null, 139, 139, 11)]
    [InlineData(null, 0, 1, 1, 0)]
    [InlineData(null, null, 143, 143, 15)]
    [InlineData(null, null, 255, 255, 0)]
    public void Of_SeenAndTold_IsWhatTheFirstProcessDid(int? first, int? last, int? told, int? status, int signal)
    {
        var past = new ContainerPast { FirstEnd = Ended(first), LastEnd = Ended(last) };
        Assert.Equal(new ContainerEnding(status, signal, false), ContainerEnding.Of(past, told is { } answer ? new ContainerEnd("id", answer, false) : null));
    }

    [Fact]
    public void Of_NothingSeen_IsWhatWasTold()
    {
        Assert.Equal(new ContainerEnding(1, 0, true), ContainerEnding.Of(null, new ContainerEnd("id", 1, true)));
        Assert.Equal(default, ContainerEnding.Of(null, new ContainerEnd("id", null, false)));
        Assert.Equal(default, ContainerEnding.Of(null, null));
    }

    [Fact]
    public void Of_EitherTellsOfMemory_ItRanOut()
    {
        Assert.True(ContainerEnding.Of(new ContainerPast { IsOutOfMemory = true }, null).IsOutOfMemory);
        Assert.True(ContainerEnding.Of(new ContainerPast(), new ContainerEnd("id", 137, true)).IsOutOfMemory);
    }

    // Negative for a signal.
    static ProcessEnded? Ended(int? how) => how is { } code ? new ProcessEnded(0, 10, 10, "a", 0, 1, Math.Max(0, code), Math.Max(0, -code), false, false, 0) : null;
}
