using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop;

/// <summary>The calls of libbpf 1.0 and later (libbpf.h, bpf.h) that are used here. Functions that answer a number answer a negated errno on failure.</summary>
static partial class LibBpf
{
    /// <summary>File name of the library's first stable edition.</summary>
    public const string FileName = "libbpf.so.1";

    [LibraryImport(FileName, EntryPoint = "libbpf_set_print")]
    public static unsafe partial nint SetPrint(delegate* unmanaged[Cdecl]<int, nint, nint, int> print);

    [LibraryImport(FileName, EntryPoint = "bpf_object__open_mem", SetLastError = true)]
    public static partial nint OpenObject(ReadOnlySpan<byte> image, nuint bytes, nint options);

    [LibraryImport(FileName, EntryPoint = "bpf_object__load")]
    public static partial int LoadObject(nint image);

    [LibraryImport(FileName, EntryPoint = "bpf_object__close")]
    public static partial void CloseObject(nint image);

    [LibraryImport(FileName, EntryPoint = "bpf_object__find_map_by_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint FindMap(nint image, string name);

    [LibraryImport(FileName, EntryPoint = "bpf_object__next_program")]
    public static partial nint NextProgram(nint image, nint previous);

    [LibraryImport(FileName, EntryPoint = "bpf_program__name")]
    public static partial nint ProgramName(nint program);

    [LibraryImport(FileName, EntryPoint = "bpf_program__set_autoload")]
    public static partial int SetAutoload(nint program, [MarshalAs(UnmanagedType.U1)] bool isLoaded);

    [LibraryImport(FileName, EntryPoint = "bpf_program__fd")]
    public static partial int ProgramDescriptor(nint program);

    [LibraryImport(FileName, EntryPoint = "bpf_program__attach", SetLastError = true)]
    public static partial nint Attach(nint program);

    [LibraryImport(FileName, EntryPoint = "bpf_link__destroy")]
    public static partial int DestroyLink(nint link);

    [LibraryImport(FileName, EntryPoint = "bpf_map__initial_value")]
    public static partial nint InitialValue(nint map, out nuint bytes);

    [LibraryImport(FileName, EntryPoint = "bpf_map__set_max_entries")]
    public static partial int SetMaxEntries(nint map, uint entries);

    [LibraryImport(FileName, EntryPoint = "bpf_map__fd")]
    public static partial int MapDescriptor(nint map);

    [LibraryImport(FileName, EntryPoint = "bpf_map_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMap(int type, string name, uint keyBytes, uint valueBytes, uint entries, nint options);

    [LibraryImport(FileName, EntryPoint = "bpf_map_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMap(int type, string name, uint keyBytes, uint valueBytes, uint entries, in MapOptions options);

    [LibraryImport(FileName, EntryPoint = "libbpf_probe_bpf_map_type")]
    public static partial int ProbeMapType(int type, nint options);

    [LibraryImport(FileName, EntryPoint = "libbpf_probe_bpf_helper")]
    public static partial int ProbeHelper(int programType, int helper, nint options);

    [LibraryImport(FileName, EntryPoint = "bpf_map_update_elem")]
    public static partial int UpdateElement(int map, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ulong flags);

    [LibraryImport(FileName, EntryPoint = "bpf_map_lookup_elem")]
    public static partial int LookUpElement(int map, ReadOnlySpan<byte> key, Span<byte> value);

    [LibraryImport(FileName, EntryPoint = "bpf_map_delete_elem")]
    public static partial int DeleteElement(int map, ReadOnlySpan<byte> key);

    [LibraryImport(FileName, EntryPoint = "bpf_map_get_next_key")]
    public static unsafe partial int NextKey(int map, byte* key, Span<byte> nextKey);

    [LibraryImport(FileName, EntryPoint = "bpf_program__attach_iter", SetLastError = true)]
    public static unsafe partial nint AttachIterator(nint program, IteratorOptions* options);

    [LibraryImport(FileName, EntryPoint = "bpf_link__fd")]
    public static partial int LinkDescriptor(nint link);

    [LibraryImport(FileName, EntryPoint = "bpf_iter_create")]
    public static partial int CreateIterator(int link);

    [LibraryImport(FileName, EntryPoint = "ring_buffer__new", SetLastError = true)]
    public static unsafe partial nint OpenRing(int map, delegate* unmanaged[Cdecl]<nint, nint, nuint, int> record, nint context, nint options);

    [LibraryImport(FileName, EntryPoint = "ring_buffer__consume")]
    public static partial int ConsumeRing(nint ring);

    [LibraryImport(FileName, EntryPoint = "ring_buffer__free")]
    public static partial void CloseRing(nint ring);

    [LibraryImport(FileName, EntryPoint = "btf__load_vmlinux_btf")]
    public static partial nint LoadKernelTypes();

    [LibraryImport(FileName, EntryPoint = "btf__find_by_name_kind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindType(nint types, string name, uint kind);

    [LibraryImport(FileName, EntryPoint = "btf__free")]
    public static partial void FreeTypes(nint types);
}
