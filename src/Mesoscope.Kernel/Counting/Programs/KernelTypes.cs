using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>Asks the kernel's description of itself (BTF).</summary>
static class KernelTypes
{
    // linux/btf.h.
    const uint Function = 12;

    /// <summary>True when the kernel has a function of that name.</summary>
    public static bool HasFunction(string name)
    {
        var types = LibBpf.LoadKernelTypes();
        if (types == 0)
        {
            return false;
        }

        var number = LibBpf.FindType(types, name, Function);
        LibBpf.FreeTypes(types);
        return number > 0;
    }
}
