using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>
/// Turns the kernel's flags of an open file into the bits of the format (<c>file_flags_v2</c> in Schema/Data/names.tsv).
/// </summary>
static class OpenFlagTable
{
    const uint AccessMask = 3;

    static readonly bool s_isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    // From asm-generic/fcntl.h, and arch/arm64/include/uapi/asm/fcntl.h where the two differ. One that has several bits needs them all.
    static readonly (uint Kernel, uint Stored)[] s_flags =
    [
        (0x40, 1 << 2), // O_CREAT
        (0x400, 1 << 3), // O_APPEND
        (0x1000, 1 << 4), // O_DSYNC
        (0x80, 1 << 5), // O_EXCL
        (0x800, 1 << 6), // O_NONBLOCK
        (0x101000, 1 << 7), // O_SYNC
        (0x200, 1 << 8), // O_TRUNC
        (s_isArm ? 0x10000u : 0x4000u, 1 << 9), // O_DIRECT
        (s_isArm ? 0x4000u : 0x10000u, 1 << 10), // O_DIRECTORY
        (s_isArm ? 0x20000u : 0x8000u, 1 << 11), // O_LARGEFILE
        (0x80000, 1 << 12), // O_CLOEXEC
        (s_isArm ? 0x404000u : 0x410000u, 1 << 13), // O_TMPFILE
    ];

    /// <summary>The bits of the format for the kernel's flags.</summary>
    public static uint FromKernel(uint flags)
    {
        var stored = (flags & AccessMask) switch
        {
            1 => 2u,
            2 => 3u,
            _ => 1u,
        };
        foreach (var (kernel, bit) in s_flags)
        {
            if ((flags & kernel) == kernel)
            {
                stored |= bit;
            }
        }

        return stored;
    }
}
