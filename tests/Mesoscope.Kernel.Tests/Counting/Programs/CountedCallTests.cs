using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Tests.Counting.Programs;

public sealed class CountedCallTests
{
    [Fact]
    public void ByName_EachName_IsASystemCall()
    {
        var names = SyscallRow.ReadAll(isArm: false).Concat(SyscallRow.ReadAll(isArm: true)).Select(r => r.Name).ToHashSet();
        Assert.DoesNotContain(CountedCall.ByName.Keys, n => !names.Contains(n));
    }

    [Fact]
    public void Table_OfEachMachine_KnowsCallsByNumber()
    {
        var x64 = new CallTable(isArm: false);
        var arm = new CallTable(isArm: true);
        Assert.Equal((CallKind.Bind, "bind", CallKind.Bind, "bind"), (x64[49].Kind, x64.Name(49), arm[200].Kind, arm.Name(200)));
        Assert.Equal((default, "syscall_5000", "syscall_-1"), (x64[5000], x64.Name(5000), x64.Name(-1)));
    }
}
