using Mesoscope.Events.Snapshot;

namespace Mesoscope.Machine.Users;

/// <summary>The users and groups of the machine, by number. An entry added later replaces one with the same number.</summary>
public sealed class UserTable
{
    readonly Dictionary<uint, UserEntry> _users = [];
    readonly Dictionary<uint, GroupEntry> _groups = [];

    /// <summary>The users, in no particular order.</summary>
    public IReadOnlyCollection<UserEntry> Users => _users.Values;

    /// <summary>The groups, in no particular order.</summary>
    public IReadOnlyCollection<GroupEntry> Groups => _groups.Values;

    /// <summary>The user with that id, or null. All ones is nobody's id.</summary>
    public UserEntry? FindUser(uint uid) => uid == uint.MaxValue ? null : _users.GetValueOrDefault(uid);

    /// <summary>The group with that id, or null. All ones is no group's id.</summary>
    public GroupEntry? FindGroup(uint gid) => gid == uint.MaxValue ? null : _groups.GetValueOrDefault(gid);

    /// <summary>Adds or replaces a user.</summary>
    public void Add(UserEntry user) => _users[user.Uid] = user;

    /// <summary>Adds or replaces a group.</summary>
    public void Add(GroupEntry group) => _groups[group.Gid] = group;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _users.Clear();
        _groups.Clear();
    }
}
