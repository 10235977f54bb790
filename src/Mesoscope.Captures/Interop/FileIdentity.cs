using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mesoscope.Captures.Interop;

/// <summary>Tells whether two paths lead to one file, through links of any kind.</summary>
static partial class FileIdentity
{
    // From linux/stat.h and linux/fcntl.h; the layout of struct statx is the same on every architecture.
    const int CurrentDirectory = -100;
    const uint WantTypeAndInode = 0x101;
    const int StatxBytes = 256;
    const int ModeOffset = 28;
    const int InodeOffset = 32;
    const int DeviceOffset = 136;
    const ushort FileTypeMask = 0xF000;
    const ushort RegularFile = 0x8000;

    /// <summary>True when both paths are the same regular file; false also when one of them does not exist.</summary>
    public static bool AreSame(string first, string second)
    {
        var one = new byte[StatxBytes];
        var other = new byte[StatxBytes];
        return Statx(CurrentDirectory, first, 0, WantTypeAndInode, one) == 0
            && Statx(CurrentDirectory, second, 0, WantTypeAndInode, other) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(one.AsSpan(ModeOffset)) & FileTypeMask) == RegularFile
            && one.AsSpan(InodeOffset, 8).SequenceEqual(other.AsSpan(InodeOffset, 8))
            && one.AsSpan(DeviceOffset, 8).SequenceEqual(other.AsSpan(DeviceOffset, 8));
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [Out] byte[] result);
}
