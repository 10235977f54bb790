using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Mesoscope.Kernel.Tests.Counting;

// Programs in the running kernel, by the ids that it gives them.
static partial class LoadedProgram
{
    // struct bpf_prog_info of linux/bpf.h.
    const int InfoBytes = 232;
    const int NameAt = 64;
    const int NameBytes = 16;

    /// <summary>Ids of the programs of a name that this process holds.</summary>
    public static HashSet<int> Held(string name)
    {
        HashSet<int> ids = [];
        foreach (var file in Directory.EnumerateFiles("/proc/self/fdinfo"))
        {
            try
            {
                ids.UnionWith(IdLine().Matches(File.ReadAllText(file)).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
            }
            catch (IOException)
            {
                // Closed meanwhile.
            }
        }

        ids.RemoveWhere(id => NameOf(id) != name);
        return ids;
    }

    /// <summary>The program's name; null when there is none with that id.</summary>
    public static string? NameOf(int id)
    {
        var descriptor = Open((uint)id);
        if (descriptor < 0)
        {
            return null;
        }

        Span<byte> info = stackalloc byte[InfoBytes];
        info.Clear();
        var bytes = (uint)InfoBytes;
        var error = Describe(descriptor, info, ref bytes);
        _ = Close(descriptor);
        return error == 0 ? Encoding.ASCII.GetString(info.Slice(NameAt, NameBytes)).TrimEnd('\0') : "";
    }

    [LibraryImport("libbpf.so.1", EntryPoint = "bpf_prog_get_fd_by_id")]
    private static partial int Open(uint id);

    [LibraryImport("libbpf.so.1", EntryPoint = "bpf_obj_get_info_by_fd")]
    private static partial int Describe(int descriptor, Span<byte> info, ref uint bytes);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [GeneratedRegex(@"^prog_id:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex IdLine();
}
