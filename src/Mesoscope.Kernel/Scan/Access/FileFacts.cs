namespace Mesoscope.Kernel.Scan.Access;

/// <summary>What the kernel says of a file.</summary>
/// <param name="Mode">Kind and permissions, as in <c>st_mode</c>.</param>
/// <param name="Uid">Owner.</param>
/// <param name="Gid">Group of the owner.</param>
/// <param name="Inode">Inode.</param>
/// <param name="ChangeTime">Nanoseconds since 1970 of the last change of the inode.</param>
/// <param name="ModificationTime">Nanoseconds since 1970 of the last change of the content.</param>
public readonly record struct FileFacts(ushort Mode, uint Uid, uint Gid, ulong Inode, ulong ChangeTime, ulong ModificationTime)
{
    /// <summary>The kind alone.</summary>
    public FileKind Kind => (FileKind)(Mode & 0xF000);
}
