using Mesoscope.Events.Snapshot;
using Mesoscope.Machine.Users;

namespace Mesoscope.Machine.Tests.Users;

public sealed class UserTableTests
{
    readonly UserTable _users = new();

    [Fact]
    public void FindUser_KnownNumber_GivesTheLastEntry()
    {
        _users.Add(new UserEntry { Uid = 7, Name = "old"u8.ToArray() });
        _users.Add(new UserEntry { Uid = 7, Name = "new"u8.ToArray() });

        Assert.Equal("new"u8.ToArray(), _users.FindUser(7, "c"u8.ToArray())!.Name);
        Assert.Single(_users.Users);
    }

    [Fact]
    public void Find_AllOnes_IsNobody()
    {
        _users.Add(new UserEntry { Uid = uint.MaxValue });
        _users.Add(new GroupEntry { Gid = uint.MaxValue });

        Assert.Null(_users.FindUser(uint.MaxValue));
        Assert.Null(_users.FindGroup(uint.MaxValue));
    }

    [Fact]
    public void Clear_Always_ForgetsAll()
    {
        _users.Add(new UserEntry { Uid = 7 });
        _users.Add(new GroupEntry { Gid = 7 });

        _users.Clear();

        Assert.Null(_users.FindUser(7));
        Assert.Null(_users.FindGroup(7));
    }
}
