using System.Runtime.InteropServices;

namespace Mesoscope.Agent.Interop;

/// <summary>The calls of the C library that .NET has no face for.</summary>
static partial class LibC
{
    // From asm-generic/fcntl.h; the other way round on aarch64.
    static readonly int s_openFolder = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;
    const int OpenCloseOnExec = 0x80000;

    /// <summary>Makes sure that the names in a folder are on the disk: those of new and renamed files.</summary>
    /// <exception cref="IOException">The disk or the file system does not do it.</exception>
    public static void FlushFolder(string path)
    {
        var folder = Open(path, s_openFolder | OpenCloseOnExec, 0);
        var status = folder < 0 ? -1 : Flush(folder);
        var error = Marshal.GetLastPInvokeError();
        if (folder >= 0)
        {
            _ = Close(folder);
        }

        if (status != 0)
        {
            throw new IOException($"{path}: its names cannot be written to the disk: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    /// <summary>Space of the file system behind a path; false when it cannot be asked.</summary>
    public static bool TryGetSpace(string path, out FileSystemSpace space)
    {
        var isThere = GetSpace(path, out var answer) == 0;
        var unit = (double)answer.FragmentBytes;
        space = new FileSystemSpace(
            answer.Blocks * unit, answer.FreeBlocks * unit, answer.AvailableBlocks * unit, answer.Inodes, answer.FreeInodes);
        return isThere;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetSpace(string path, out VolumeFacts facts);

    // struct statvfs of 64-bit glibc, from bits/statvfs.h.
    struct VolumeFacts
    {
        public ulong BlockBytes;
        public ulong FragmentBytes;
        public ulong Blocks;
        public ulong FreeBlocks;
        public ulong AvailableBlocks;
        public ulong Inodes;
        public ulong FreeInodes;
        public ulong AvailableInodes;
        public ulong Id;
        public ulong Flags;
        public ulong MaxName;
        public ulong Type;
        public ulong Spare1;
        public ulong Spare2;
        public ulong Spare3;
    }
}
