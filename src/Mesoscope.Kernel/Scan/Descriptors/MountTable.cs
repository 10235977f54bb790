using System.Buffers.Text;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Kernel.Scan.Descriptors;

/// <summary>
/// The device of each mount. What a file itself names as its device may be one of the file system's own making; events carry that of
/// the mount.
/// </summary>
sealed class MountTable(FolderReader reader)
{
    readonly Dictionary<uint, uint> _devices = [];

    /// <summary>The device of a mount that a process sees, in the numbers of the kernel; 0 when it is not known.</summary>
    public uint Device(Folder process, uint mount)
    {
        if (!_devices.TryGetValue(mount, out var device))
        {
            Read(process);
            _devices.TryGetValue(mount, out device);
            // A mount that is hidden or gone is not looked for again.
            _devices[mount] = device;
        }

        return device;
    }

    // Number, number of the parent, major:minor, ...
    void Read(Folder process)
    {
        using var lines = reader.OpenLines(process, "mountinfo"u8);
        while (lines is not null && lines.TryRead(out var line))
        {
            var cursor = new TextCursor(line);
            if (!cursor.TryTakeNumber(out var mount))
            {
                reader.Problems.Add(ScanProblem.Malformed);
                continue;
            }

            cursor.SkipWords(1);
            var device = cursor.TakeWord();
            if (Utf8Parser.TryParse(device, out uint major, out var used) && used < device.Length && Utf8Parser.TryParse(device[(used + 1)..], out uint minor, out _))
            {
                _devices[(uint)mount] = Number(major, minor);
            }
        }
    }

    // The kernel's new_encode_dev, from linux/kdev_t.h.
    static uint Number(uint major, uint minor) => (minor & 0xFF) | (major << 8) | ((minor & ~0xFFu) << 12);
}
