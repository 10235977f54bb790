using System.Text;
using Mesoscope.Agent.Interop;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Measures.Host;

/// <summary>
/// Measures the host's file systems: those on disks, each once wherever it is mounted. Those of other machines are left out: one that does
/// not answer would stop the agent.
/// </summary>
/// <param name="files">The machine.</param>
sealed class DiskReader(MachineFiles files)
{
    static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "reiserfs", "jfs", "vfat", "exfat", "ntfs3", "bcachefs",
    };

    /// <summary>Measures.</summary>
    public void Read(HostMeasure measure)
    {
        double total = 0, used = 0, free = 0, inodes = 0, freeInodes = 0, largest = 0;
        foreach (var (isRoot, path) in Find())
        {
            if (!LibC.TryGetSpace(path, out var space) || space.TotalBytes <= 0)
            {
                continue;
            }

            // As df shows it: what only root may have counts neither as used nor as free.
            var usedHere = space.TotalBytes - space.FreeBytes;
            var percent = 100 * usedHere / Math.Max(1, usedHere + space.AvailableBytes);
            total += space.TotalBytes;
            used += usedHere;
            free += space.AvailableBytes;
            inodes += space.Inodes;
            freeInodes += space.FreeInodes;
            measure.DiskRootUsedPercent = isRoot ? percent : measure.DiskRootUsedPercent;
            if (space.TotalBytes > largest)
            {
                largest = space.TotalBytes;
                measure.DiskLargestUsedPercent = percent;
            }
        }

        if (total > 0)
        {
            measure.DiskTotalBytes = total;
            measure.DiskUsedBytes = used;
            measure.DiskFreeBytes = free;
            measure.InodesUsedPercent = inodes > 0 ? 100 * (inodes - freeInodes) / inodes : double.NaN;
        }
    }

    List<(bool IsRoot, string Path)> Find()
    {
        List<(bool, string)> found = [];
        HashSet<string> devices = [];
        var text = files.ReadProc("1/mounts"u8);
        if (text.IsEmpty)
        {
            text = files.ReadProc("self/mounts"u8);
        }

        var cursor = new TextCursor(text);
        while (cursor.TryTakeLine(out var line))
        {
            var words = new TextCursor(line);
            var device = Encoding.UTF8.GetString(words.TakeWord());
            var path = Unescape(Encoding.UTF8.GetString(words.TakeWord()));
            var isRoot = path == "/";
            // The root of a machine that runs from an overlay is where its files are, whatever is below it.
            if ((s_types.Contains(Encoding.UTF8.GetString(words.TakeWord())) || isRoot) && devices.Add(isRoot ? "/" : device))
            {
                devices.Add(device);
                found.Add((isRoot, files.Folders.Root == "/" ? path : files.Folders.Root.TrimEnd('/') + path));
            }
        }

        return found;
    }

    // Blanks and the like stand there as three octal digits behind a backslash, proc(5).
    static string Unescape(string path) => path.Replace("\\040", " ", StringComparison.Ordinal).Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\134", "\\", StringComparison.Ordinal);
}
