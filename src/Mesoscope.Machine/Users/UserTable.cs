using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;
using Mesoscope.Clusters.Text;

namespace Mesoscope.Machine.Users;

/// <summary>
/// The users and groups of the machine, by number, and those of containers as far as events told. An entry added later replaces one
/// with the same number.
/// </summary>
public sealed class UserTable
{
    readonly Dictionary<uint, UserEntry> _users = [];
    readonly Dictionary<uint, GroupEntry> _groups = [];
    Dictionary<byte[], UserTable>? _containers;

    /// <summary>The machine's own users, in no particular order.</summary>
    public IReadOnlyCollection<UserEntry> Users => _users.Values;

    /// <summary>The machine's own groups, in no particular order.</summary>
    public IReadOnlyCollection<GroupEntry> Groups => _groups.Values;

    /// <summary>The machine's user with that id, or null. All ones is nobody's id.</summary>
    public UserEntry? FindUser(uint uid) => uid == uint.MaxValue ? null : _users.GetValueOrDefault(uid);

    /// <summary>The machine's group with that id, or null. All ones is no group's id.</summary>
    public GroupEntry? FindGroup(uint gid) => gid == uint.MaxValue ? null : _groups.GetValueOrDefault(gid);

    /// <summary>The user of a container, or the machine's when the container's are not known.</summary>
    /// <param name="uid">Its id.</param>
    /// <param name="containerId">The container; empty for the machine.</param>
    public UserEntry? FindUser(uint uid, byte[] containerId) => FindContainer(containerId)?.FindUser(uid) ?? FindUser(uid);

    /// <summary>The group of a container, or the machine's when the container's are not known.</summary>
    /// <param name="gid">Its id.</param>
    /// <param name="containerId">The container; empty for the machine.</param>
    public GroupEntry? FindGroup(uint gid, byte[] containerId) => FindContainer(containerId)?.FindGroup(gid) ?? FindGroup(gid);

    /// <summary>Adds or replaces a user of the machine.</summary>
    public void Add(UserEntry user) => _users[user.Uid] = user;

    /// <summary>Adds or replaces a group of the machine.</summary>
    public void Add(GroupEntry group) => _groups[group.Gid] = group;

    /// <summary>Takes in an event that tells of a user or group that came or went (354, 356, 358, 360).</summary>
    public void OnUserEvent(Event e)
    {
        switch (e.Type)
        {
            case EventType.UserAddedEnter when !IsDirective(e.Text(2)):
                GetTable(e.Text(5)).Add(new UserEntry
                {
                    Uid = e.UInt32(0),
                    Gid = e.UInt32(1),
                    Name = e.Text(2).ToArray(),
                    HomeDirectory = e.Text(3).ToArray(),
                    Shell = e.Text(4).ToArray(),
                });
                break;
            case EventType.UserDeletedEnter:
                GetTable(e.Text(5))._users.Remove(e.UInt32(0));
                break;
            case EventType.GroupAddedEnter when !IsDirective(e.Text(1)):
                GetTable(e.Text(2)).Add(new GroupEntry { Gid = e.UInt32(0), Name = e.Text(1).ToArray() });
                break;
            case EventType.GroupDeletedEnter:
                GetTable(e.Text(2))._groups.Remove(e.UInt32(0));
                break;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _users.Clear();
        _groups.Clear();
        _containers = null;
    }

    /// <summary>Lines of the password file that begin like this name no user but a source of users.</summary>
    static bool IsDirective(ReadOnlySpan<byte> name) => name is [(byte)'+' or (byte)'-', ..];

    UserTable? FindContainer(byte[] id) => id.Length == 0 ? null : _containers?.GetValueOrDefault(id);

    UserTable GetTable(ReadOnlySpan<byte> containerId)
    {
        if (containerId.IsEmpty)
        {
            return this;
        }

        var containers = (_containers ??= new(ByteTextComparer.Instance)).GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!containers.TryGetValue(containerId, out var table))
        {
            containers[containerId] = table = new UserTable();
        }

        return table;
    }
}
