using Mesoscope.Machine.Descriptors;

namespace Mesoscope.Machine.Tests.Descriptors;

public sealed class DescriptorTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(long.MaxValue - 1)]
    public void Add_ThenRemove_OfANumber_FindsIt(long number)
    {
        var table = new DescriptorTable();
        table.Add(3, new DescriptorState(), 10);
        Assert.NotNull(table.Add(number, new DescriptorState { OpenFlags = 5 }, 10));
        Assert.Equal(5u, table.Find(number)!.OpenFlags);
        Assert.Equal(2, table.Count);
        Assert.True(table.Remove(number));
        Assert.False(table.Remove(number));
        Assert.Null(table.Find(number));
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Add_BeyondTheLimit_IsRefused()
    {
        var table = new DescriptorTable();
        table.Add(0, new DescriptorState(), 1);
        Assert.Null(table.Add(1, new DescriptorState(), 1));
        Assert.NotNull(table.Add(0, new DescriptorState(), 1));
    }

    [Fact]
    public void Find_BelowZero_IsNull() => Assert.Null(new DescriptorTable().Find(-1));

    [Fact]
    public void CloneFrom_AnotherTable_CopiesAndMarks()
    {
        var parent = new DescriptorTable();
        parent.Add(4, new DescriptorState { Name = "/a"u8.ToArray() }, 10);
        var child = new DescriptorTable();
        child.CloneFrom(parent);
        Assert.Equal(DescriptorFlags.Cloned, child.Find(4)!.Flags);
        Assert.Equal(DescriptorFlags.None, parent.Find(4)!.Flags);
        child.Remove(4);
        Assert.NotNull(parent.Find(4));
    }
}
