using System.Globalization;
using System.Text;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Kernel.Scan.Text;

namespace Mesoscope.Agent.Sampling;

/// <summary>Finds what cannot be measured because the machine does not have it or this process may not look at it.</summary>
static class MissingRights
{
    // Numbers of capabilities, from linux/capability.h.
    const int DacOverride = 1;
    const int DacReadSearch = 2;
    const int Ptrace = 19;

    /// <summary>What cannot be measured and why, a line each.</summary>
    public static IEnumerable<string> Find(MachineFiles files, Hierarchies hierarchies)
    {
        if (hierarchies.IsEmpty)
        {
            yield return $"containers: no control groups in {files.Folders.Cgroup}; the settings can name their folder";
        }
        else if (!hierarchies.TryGet("memory", out _))
        {
            yield return "memory of containers: this machine has no memory controller";
        }

        var rights = FindRights(files.ReadProc("self/status"u8));
        if (!Has(rights, Ptrace))
        {
            yield return "tasks named in the environment of processes, and their descriptors: CAP_SYS_PTRACE is missing";
        }

        if (!Has(rights, DacReadSearch) && !Has(rights, DacOverride))
        {
            yield return "processes of other users, where files are theirs alone: CAP_DAC_READ_SEARCH is missing";
        }
    }

    /// <summary>The effective capabilities in <c>/proc/PID/status</c>; none when it does not say.</summary>
    internal static ulong FindRights(ReadOnlySpan<byte> status)
    {
        var cursor = new TextCursor(status);
        while (cursor.TryTakeLine(out var line))
        {
            if (line.StartsWith("CapEff:"u8))
            {
                return ulong.TryParse(Encoding.ASCII.GetString(line[7..]).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rights) ? rights : 0;
            }
        }

        return 0;
    }

    static bool Has(ulong rights, int capability) => (rights >> capability & 1) != 0;
}
