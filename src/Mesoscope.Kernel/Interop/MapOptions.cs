using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop;

/// <summary>The beginning of <c>struct bpf_map_create_opts</c> of libbpf's bpf.h; the library takes any length.</summary>
[StructLayout(LayoutKind.Sequential)]
struct MapOptions
{
    /// <summary>Bytes of this structure.</summary>
    public nuint Bytes;

    readonly uint _typeDescriptor;
    readonly uint _keyType;
    readonly uint _valueType;
    readonly uint _vmlinuxValueType;
    readonly uint _innerMap;

    /// <summary>Flags of linux/bpf.h: BPF_F_...</summary>
    public uint Flags;
}
