using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The user list block: users and groups. Keep in sync with docs/format/scap.md.</summary>
static class UserListBlock
{
    const byte User = 0;

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
}
