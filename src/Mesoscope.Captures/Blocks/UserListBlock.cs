using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The user list block: users and groups. Keep in sync with docs/format/scap.md.</summary>
static class UserListBlock
{
    const byte User = 0;
    const byte Group = 1;

    // Readers refuse longer texts, home directory and shell included.
    const int LongestText = 255;

    public static void Read(EntryCursor cursor, uint blockType, ISnapshotSink sink)
    {
        while (cursor.HasEntry)
        {
            if (blockType == BlockType.Users2)
            {
                cursor.ReadEntryLength();
            }

            if (cursor.Byte() == User)
            {
                sink.AddUser(new UserEntry
                {
                    Uid = cursor.UInt32(),
                    Gid = cursor.UInt32(),
                    Name = cursor.Text(),
                    HomeDirectory = cursor.Text(),
                    Shell = cursor.Text(),
                });
            }
            else
            {
                sink.AddGroup(new GroupEntry { Gid = cursor.UInt32(), Name = cursor.Text() });
            }

            cursor.EndEntry();
        }

        cursor.End();
    }

    /// <summary>Writes an entry of the latest format.</summary>
    public static void Write(BlockBuffer buffer, UserEntry user)
    {
        var start = buffer.BeginEntry();
        buffer.Byte(User);
        buffer.UInt32(user.Uid);
        buffer.UInt32(user.Gid);
        buffer.Sized(user.Name, LongestText);
        buffer.Sized(user.HomeDirectory, LongestText);
        buffer.Sized(user.Shell, LongestText);
        buffer.EndEntry(start);
    }

    /// <summary>Writes an entry of the latest format.</summary>
    public static void Write(BlockBuffer buffer, GroupEntry group)
    {
        var start = buffer.BeginEntry();
        buffer.Byte(Group);
        buffer.UInt32(group.Gid);
        buffer.Sized(group.Name, LongestText);
        buffer.EndEntry(start);
    }
}
