using System.Runtime.InteropServices;

namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>The programs that the kernel has loaded.</summary>
static partial class KernelPrograms
{
    /// <summary>Their ids.</summary>
    public static HashSet<uint> Ids()
    {
        var ids = new HashSet<uint>();
        for (var id = 0u; NextProgram(id, out id) == 0;)
        {
            ids.Add(id);
        }

        return ids;
    }

    [LibraryImport("libbpf.so.1", EntryPoint = "bpf_prog_get_next_id")]
    private static partial int NextProgram(uint id, out uint next);
}
