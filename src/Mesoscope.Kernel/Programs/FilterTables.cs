using System.Buffers.Binary;
using System.Text;

namespace Mesoscope.Kernel.Programs;

/// <summary>What a filter selects, as keys of the programs' tables. Names and sizes as in bpf/settings.h.</summary>
static class FilterTables
{
    const int NameBytes = 16;

    /// <summary>Each table's name and its keys.</summary>
    public static IEnumerable<(string Table, IEnumerable<byte[]> Keys)> Keys(KernelFilter filter) =>
    [
        ("wanted_threads", filter.ThreadIds.Select(Number32)),
        ("wanted_processes", filter.ProcessIds.Select(Number32)),
        ("wanted_names", filter.Names.Select(Name)),
        ("wanted_containers", filter.ContainerIds.Select(Encoding.ASCII.GetBytes)),
        ("followed", filter.FollowedProcessIds.Select(Number32)),
    ];

    /// <summary>A process or thread id as a key.</summary>
    public static byte[] Number32(long number)
    {
        var key = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(key, (int)number);
        return key;
    }

    // The kernel cuts a task's name behind 15 bytes.
    static byte[] Name(string name)
    {
        var key = new byte[NameBytes];
        var text = Encoding.UTF8.GetBytes(name);
        text.AsSpan(0, Math.Min(text.Length, NameBytes - 1)).CopyTo(key);
        return key;
    }
}
