using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>
/// The process list block: one entry a thread. Versions 2 to 8 each added fields inside the entry; from 9 on an entry begins with
/// its length and fields are appended. Keep in sync with docs/format/scap.md.
/// </summary>
static class ProcessListBlock
{
    // Login uid, writable flag and three capability sets: all that was appended before the writers put two more fields in front of them.
    const int AppendedBytesBeforeSplit = 4 + 1 + 3 * 8;

    // Stands behind those bytes when all later fields follow them: "MT". Other writers have capabilities there that no kernel knows.
    const ushort LaterFieldsTag = 0x544D;

    // Readers refuse longer texts.
    const int LongestPath = 1024;
    const int LongestList = 4096;

    public static void Read(EntryCursor cursor, uint blockType, ISnapshotSink sink)
    {
        var version = VersionOf(blockType);
        while (cursor.HasEntry)
        {
            var length = version >= 9 ? cursor.ReadEntryLength() : 0;
            var entry = new ThreadEntry { Tid = cursor.Int64(), Pid = cursor.Int64(), ParentTid = cursor.Int64() };
            ReadFields(cursor, entry, version);
            ReadAppended(cursor, entry, length);
            cursor.EndEntry();
            sink.AddThread(entry);
        }

        cursor.End();
    }

    static int VersionOf(uint blockType) => blockType switch
    {
        BlockType.Processes1 or BlockType.Processes1Old => 1,
        BlockType.Processes2 or BlockType.Processes2Old => 2,
        BlockType.Processes3 or BlockType.Processes3Old => 3,
        _ => (int)(blockType - BlockType.Processes4) + 4,
    };

    static void ReadFields(EntryCursor cursor, ThreadEntry entry, int version)
    {
        entry.SessionId = version >= 6 ? cursor.Int64() : -1;
        entry.VirtualGroupId = version >= 8 ? cursor.Int64() : -1;
        entry.Comm = cursor.Text();
        entry.Exe = cursor.Text();
        entry.ExePath = version >= 7 ? cursor.Text() : [];
        entry.Arguments = cursor.Blob();
        entry.WorkingDirectory = cursor.Text();
        entry.DescriptorLimit = cursor.Int64();
        entry.Flags = cursor.UInt32();
        entry.Uid = cursor.UInt32();
        entry.Gid = cursor.UInt32();
        if (version >= 2)
        {
            entry.VirtualMemoryKiB = cursor.UInt32();
            entry.ResidentMemoryKiB = cursor.UInt32();
            entry.SwapMemoryKiB = cursor.UInt32();
            entry.MajorFaults = cursor.UInt64();
            entry.MinorFaults = cursor.UInt64();
        }

        entry.Environment = version >= 3 ? cursor.Blob() : [];
        entry.VirtualTid = version >= 4 ? cursor.Int64() : -1;
        entry.VirtualPid = version >= 4 ? cursor.Int64() : -1;
        entry.Cgroups = version >= 4 ? cursor.Blob() : [];
        entry.Root = version >= 5 ? cursor.Text() : [];
    }

    static void ReadAppended(EntryCursor cursor, ThreadEntry entry, uint length)
    {
        var isTagged = cursor.PeekUInt16(AppendedBytesBeforeSplit) == LaterFieldsTag;
        if (!isTagged && length > cursor.EntryBytes + AppendedBytesBeforeSplit)
        {
            ReadSplitFields(cursor, entry);
        }

        entry.LoginUid = cursor.Has(4) ? (int)cursor.UInt32() : -1;
        entry.IsExeWritable = cursor.Has(1) && cursor.Byte() != 0;
        entry.InheritableCapabilities = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.PermittedCapabilities = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.EffectiveCapabilities = cursor.Has(8) ? cursor.UInt64() : 0;
        if (isTagged)
        {
            cursor.UInt16();
            ReadSplitFields(cursor, entry);
        }

        entry.IsExeUpperLayer = cursor.Has(1) && cursor.Byte() != 0;
        entry.ExeInode = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.ExeChangeTime = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.ExeModificationTime = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.IsExeFromMemFd = cursor.Has(1) && cursor.Byte() != 0;
        entry.IsExeLowerLayer = cursor.Has(1) && cursor.Byte() != 0;
        entry.GroupId = cursor.Has(8) ? cursor.Int64() : -1;
    }

    static void ReadSplitFields(EntryCursor cursor, ThreadEntry entry)
    {
        entry.NamespaceInitTime = cursor.Has(8) ? cursor.UInt64() : 0;
        entry.Tty = cursor.Has(4) ? (int)cursor.UInt32() : 0;
    }

    /// <summary>Writes an entry of version 9.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="entry">The thread.</param>
    /// <param name="keepsReferenceOrder">Whether fields that sysdig 0.29.3 does not know come last.</param>
    public static void Write(BlockBuffer buffer, ThreadEntry entry, bool keepsReferenceOrder)
    {
        var start = buffer.BeginEntry();
        buffer.Int64(entry.Tid);
        buffer.Int64(entry.Pid);
        buffer.Int64(entry.ParentTid);
        buffer.Int64(entry.SessionId);
        buffer.Int64(entry.VirtualGroupId);
        buffer.Sized(entry.Comm, LongestPath);
        buffer.Sized(entry.Exe, LongestPath);
        buffer.Sized(entry.ExePath, LongestPath);
        buffer.Sized(entry.Arguments, LongestList);
        buffer.Sized(entry.WorkingDirectory, LongestPath);
        buffer.Int64(entry.DescriptorLimit);
        buffer.UInt32(entry.Flags);
        buffer.UInt32(entry.Uid);
        buffer.UInt32(entry.Gid);
        buffer.UInt32(entry.VirtualMemoryKiB);
        buffer.UInt32(entry.ResidentMemoryKiB);
        buffer.UInt32(entry.SwapMemoryKiB);
        buffer.UInt64(entry.MajorFaults);
        buffer.UInt64(entry.MinorFaults);
        buffer.Sized(entry.Environment, LongestList);
        buffer.Int64(entry.VirtualTid);
        buffer.Int64(entry.VirtualPid);
        buffer.Sized(entry.Cgroups, LongestList);
        buffer.Sized(entry.Root, LongestPath);
        WriteAppended(buffer, entry, keepsReferenceOrder);
        buffer.EndEntry(start);
    }

    /// <summary>
    /// The order of the appended fields depends on how many there are: sysdig 0.29.3 expects the login uid first, programs that store
    /// more than <see cref="AppendedBytesBeforeSplit"/> bytes put two fields before it. An entry is written in the order of its source.
    /// </summary>
    static void WriteAppended(BlockBuffer buffer, ThreadEntry entry, bool keepsReferenceOrder)
    {
        var isLater = IsLater(entry);
        if (isLater && !keepsReferenceOrder)
        {
            WriteSplitFields(buffer, entry);
        }

        buffer.UInt32((uint)entry.LoginUid);
        buffer.Byte(entry.IsExeWritable ? (byte)1 : (byte)0);
        if (isLater || (entry.InheritableCapabilities | entry.PermittedCapabilities | entry.EffectiveCapabilities) != 0)
        {
            buffer.UInt64(entry.InheritableCapabilities);
            buffer.UInt64(entry.PermittedCapabilities);
            buffer.UInt64(entry.EffectiveCapabilities);
        }

        if (isLater && keepsReferenceOrder)
        {
            buffer.UInt16(LaterFieldsTag);
            WriteSplitFields(buffer, entry);
        }

        if (isLater)
        {
            buffer.Byte(entry.IsExeUpperLayer ? (byte)1 : (byte)0);
            buffer.UInt64(entry.ExeInode);
            buffer.UInt64(entry.ExeChangeTime);
            buffer.UInt64(entry.ExeModificationTime);
            buffer.Byte(entry.IsExeFromMemFd ? (byte)1 : (byte)0);
            buffer.Byte(entry.IsExeLowerLayer ? (byte)1 : (byte)0);
            buffer.Int64(entry.GroupId);
        }
    }

    static void WriteSplitFields(BlockBuffer buffer, ThreadEntry entry)
    {
        buffer.UInt64(entry.NamespaceInitTime);
        buffer.UInt32((uint)entry.Tty);
    }

    static bool IsLater(ThreadEntry entry) =>
        entry.NamespaceInitTime != 0 || entry.Tty != 0 || entry.ExeInode != 0 || entry.ExeChangeTime != 0 || entry.ExeModificationTime != 0
        || entry.IsExeUpperLayer || entry.IsExeLowerLayer || entry.IsExeFromMemFd || entry.GroupId != -1;
}
