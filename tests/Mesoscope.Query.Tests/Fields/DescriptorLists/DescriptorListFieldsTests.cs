using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Tests.Fields.DescriptorLists;

public sealed class DescriptorListFieldsTests
{
    readonly FieldScene _scene = new();

    [Theory]
    [InlineData("fdlist.nums", "3,4,5,77")]
    [InlineData("fdlist.cips", "10.0.0.1")]
    [InlineData("fdlist.sips", "93.184.216.34,0.0.0.0")]
    [InlineData("fdlist.cports", "40000")]
    [InlineData("fdlist.sports", "443")]
    public void Text_OfPoll_JoinsItsDescriptors(string field, string expected)
    {
        _scene.Run(EventType.SyscallPollEnter, List(4, 3, 4, 5, 77), 100);
        Assert.Equal(expected, _scene.Text(field));
    }

    [Fact]
    public void Text_CountBeyondTheBytes_TakesWhatIsThere()
    {
        _scene.Run(EventType.SyscallPollEnter, List(60000, 3, 4), 100);
        Assert.Equal("3,4", _scene.Text("fdlist.nums"));
        _scene.Run(EventType.SyscallPollEnter, Array.Empty<byte>(), 100);
        Assert.Null(_scene.Text("fdlist.nums"));
    }

    [Fact]
    public void Text_OfOtherEvents_IsNone()
    {
        _scene.Run(EventType.SyscallReadEnter, 3, 10);
        Assert.Null(_scene.Text("fdlist.nums"));
    }

    static byte[] List(ushort count, params long[] numbers) =>
        [.. BitConverter.GetBytes(count), .. numbers.SelectMany(static number => (byte[])[.. BitConverter.GetBytes(number), 1, 0])];
}
