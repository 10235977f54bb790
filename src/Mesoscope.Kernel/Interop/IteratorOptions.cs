using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop;

/// <summary>What an iterator goes over: <c>struct bpf_iter_attach_opts</c> of libbpf.h.</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct IteratorOptions
{
    /// <summary>Size of this structure.</summary>
    public nuint Bytes;

    /// <summary><c>union bpf_iter_link_info</c> of linux/bpf.h; for maps the map's descriptor.</summary>
    public int* Target;

    /// <summary>Size of what <see cref="Target"/> points at.</summary>
    public uint TargetBytes;
}
