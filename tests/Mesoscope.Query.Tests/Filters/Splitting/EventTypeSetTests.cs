using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters.Splitting;

namespace Mesoscope.Query.Tests.Filters.Splitting;

public sealed class EventTypeSetTests
{
    [Fact]
    public void WithEnterEvents_ExitEvents_GetTheirOtherHalf()
    {
        var exits = EventTypeSet.Where(static type => type is EventType.SyscallReadExit or EventType.ProcexitV1Enter, static (number, isEnter) => number == 7 && !isEnter);

        var both = exits.WithEnterEvents();

        Assert.True(both.Contains(EventType.SyscallReadEnter));
        Assert.True(both.ContainsSyscall(7, isEnter: true));
        Assert.False(both.ContainsSyscall(8, isEnter: true));
        Assert.False(both.Contains(EventType.SyscallWriteEnter));
    }

    [Theory]
    [InlineData(EventType.SyscallCloneV20Exit)]
    [InlineData(EventType.SyscallExecveV19Enter)]
    [InlineData(EventType.SyscallOpenExit)]
    [InlineData(EventType.SyscallCloseEnter)]
    [InlineData(EventType.ProcexitV1Enter)]
    public void ChangingState_TypesThatTheStateIsMadeOf_AreInIt(EventType type) => Assert.True(EventTypeSet.ChangingState.Contains(type));

    [Fact]
    public void ChangingState_Reads_AreNotInIt() => Assert.False(EventTypeSet.ChangingState.Contains(EventType.SyscallReadExit));

    [Fact]
    public void Except_All_IsNothing()
    {
        Assert.True(EventTypeSet.All.Except(EventTypeSet.All).IsEmpty);
        Assert.Equal(EventTypeSet.None, EventTypeSet.None.And(EventTypeSet.All));
        Assert.True(EventTypeSet.All.Contains(EventType.GenericExit));
        Assert.False(EventTypeSet.None.Contains(EventType.GenericExit));
    }
}
