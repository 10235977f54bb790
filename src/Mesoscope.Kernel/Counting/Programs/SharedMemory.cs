using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>Variables of the programs, shared with the kernel. The library's own view of them is a copy from before they were loaded (until libbpf 1.6).</summary>
sealed class SharedMemory : IDisposable
{
    readonly nuint _bytes;

    /// <param name="map">The map of the variables.</param>
    /// <param name="bytes">How much of it; rounded up to whole pages.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public SharedMemory(int map, nuint bytes)
    {
        var page = (nuint)Environment.SystemPageSize;
        _bytes = (bytes + page - 1) / page * page;
        Address = LibC.Map(map, _bytes, 0, isWritable: true);
        if (Address == 0)
        {
            throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"variables of the programs cannot be mapped: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>Where they are; valid until disposal.</summary>
    public nint Address { get; private set; }

    /// <summary>Unmaps them.</summary>
    public void Dispose()
    {
        if (Address != 0)
        {
            _ = LibC.Unmap(Address, _bytes);
            Address = 0;
        }
    }
}
