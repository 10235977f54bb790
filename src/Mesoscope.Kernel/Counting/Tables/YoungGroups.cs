using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Counting.Programs;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Tables;

/// <summary>Tells the programs which control groups are young.</summary>
/// <param name="map">Their table; it must outlive this object.</param>
/// <param name="generation">The number that makes threads ask the table anew; disposed of with this object.</param>
/// <param name="youngTime">How long a group is young.</param>
sealed unsafe class YoungGroups(int map, SharedMemory generation, TimeSpan youngTime) : IDisposable
{
    // struct young in bpf/counting/failure.h begins with the time until which it is young.
    const int ValueBytes = 24;

    /// <summary>Marks a group, unless it is too old.</summary>
    public void Mark(ulong controlGroup, TimeSpan age)
    {
        var left = youngTime - age;
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        Span<byte> value = stackalloc byte[ValueBytes];
        value.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(value, LibC.Now(LibC.ClockBoottime) + (ulong)left.TotalNanoseconds);
        _ = LibBpf.UpdateElement(map, MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in controlGroup)), value, 0);
        Interlocked.Increment(ref *(uint*)generation.Address);
    }

    /// <summary>Unmaps the number.</summary>
    public void Dispose() => generation.Dispose();
}
