using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Kernel.Scan.Processes;

/// <summary>Finds out about the file that a process runs.</summary>
static class ExecutableFile
{
    const int GroupWrite = 0x10;
    const int OtherWrite = 0x02;

    /// <summary>Sets what the entry holds of the executable, whose path is already in it.</summary>
    public static void Read(Folder process, ThreadFacts facts)
    {
        var entry = facts.Entry;
        entry.IsExeFromMemFd = entry.ExePath.AsSpan().StartsWith("/memfd:"u8);

        // Through the link and not by the path: that leads to another file in a container, and nowhere when the file was replaced.
        if (entry.ExePath.Length > 0 && FolderReader.TryGetFacts(process, "exe"u8, out var file))
        {
            entry.ExeInode = file.Inode;
            entry.ExeChangeTime = file.ChangeTime;
            entry.ExeModificationTime = file.ModificationTime;
            entry.IsExeWritable = IsWritable(file, entry, facts.Groups);
        }
    }

    // An owner may change the permissions, so that those of the owner do not matter.
    static bool IsWritable(FileFacts file, ThreadEntry entry, List<uint> groups) =>
        entry.Uid == 0
        || file.Uid == entry.Uid
        || (file.Mode & (file.Gid == entry.Gid || groups.Contains(file.Gid) ? GroupWrite : OtherWrite)) != 0;
}
