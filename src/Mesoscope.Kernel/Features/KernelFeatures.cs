using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Programs;
using Mesoscope.Kernel.Scan.Iterators;

namespace Mesoscope.Kernel.Features;

/// <summary>Tries what a live capture needs of this machine. Nothing stays behind.</summary>
public static class KernelFeatures
{
    /// <summary>The feature of the better hooks: a live capture uses them where they work.</summary>
    public const string TypedHooks = "typed hooks (tp_btf)";

    /// <summary>The feature of the other hooks.</summary>
    public const string RawHooks = "raw hooks (raw_tp)";

    const string SharedMemory = "memory shared with programs";
    const string Iterators = "iterators (iter/task_file)";
    const string TypeInformation = "/sys/kernel/btf/vmlinux";

    // enum bpf_map_type, enum bpf_prog_type and the numbers of helpers in linux/bpf.h.
    const int ProgramArray = 3;
    const int RawTracepoint = 17;
    const int ReadUserText = 114;
    const int CurrentCgroupId = 80;
    const int BootTime = 125;

    /// <summary>Tries everything, in the order in which one thing needs the other.</summary>
    public static IReadOnlyList<KernelFeature> Probe()
    {
        var library = ProbeLibrary();
        var types = ProbeTypes();
        var permission = library.State == FeatureState.Works ? ProbePermission() : Untried("permission to use bpf", "", "libbpf is missing");
        var features = new List<KernelFeature> { library, types, permission };
        var isReady = permission.State == FeatureState.Works;
        features.Add(isReady ? ProbeSharedMemory() : Untried(SharedMemory, "5.5"));
        features.Add(isReady ? ProbeMap(ProgramArray, "tail calls", "4.2") : Untried("tail calls", "4.2"));
        features.Add(isReady ? ProbeHelper(ReadUserText, "reading a process's memory", "5.5") : Untried("reading a process's memory", "5.5"));
        features.Add(isReady ? ProbeHelper(BootTime, "clock that counts sleep", "5.8") : Untried("clock that counts sleep", "5.8"));
        features.Add(isReady ? ProbeHelper(CurrentCgroupId, "control group of a task", "4.18") : Untried("control group of a task", "4.18"));
        isReady &= types.State == FeatureState.Works;
        var typed = isReady ? ProbeHook(HookKind.Typed) : Untried(TypedHooks, "5.11");
        var raw = isReady ? ProbeHook(HookKind.Raw) : Untried(RawHooks, "5.8");
        features.Add(typed with { IsNeeded = raw.State != FeatureState.Works });
        features.Add(raw with { IsNeeded = typed.State != FeatureState.Works });
        features.Add(isReady ? ProbeIterators() : Untried(Iterators, "5.10") with { IsNeeded = false });
        return features;
    }

    static KernelFeature Untried(string name, string since, string note = "not tried: something above fails") =>
        new(name, FeatureState.Unknown, IsNeeded: true, since, note);

    static KernelFeature ProbeLibrary()
    {
        var isThere = NativeLibrary.TryLoad(LibBpf.FileName, out _);
        return new(LibBpf.FileName, Of(isThere), IsNeeded: true, "", isThere ? "loads the programs" : "install the package libbpf1");
    }

    static KernelFeature ProbeTypes()
    {
        var isThere = File.Exists(TypeInformation);
        return new("type information (BTF)", Of(isThere), IsNeeded: true, "5.4", isThere ? TypeInformation : TypeInformation + " is missing: CONFIG_DEBUG_INFO_BTF is needed");
    }

    static KernelFeature ProbePermission()
    {
        const int Array = 2;
        var map = LibBpf.CreateMap(Array, "probe", 4, 4, 1, 0);
        if (map >= 0)
        {
            _ = LibC.Close(map);
            return new("permission to use bpf", FeatureState.Works, IsNeeded: true, "", "root, or the capabilities BPF and PERFMON");
        }

        return new("permission to use bpf", FeatureState.Fails, IsNeeded: true, "", LoadFailure.Describe(-map, "").Message);
    }

    // BPF_F_MMAPABLE of linux/bpf.h.
    static KernelFeature ProbeSharedMemory()
    {
        const int Array = 2;
        const uint Shared = 1 << 10;
        var options = new MapOptions { Bytes = (nuint)Unsafe.SizeOf<MapOptions>(), Flags = Shared };
        var map = LibBpf.CreateMap(Array, "probe", 4, 4096, 1, in options);
        if (map < 0)
        {
            return new(SharedMemory, FeatureState.Fails, IsNeeded: true, "5.5", Marshal.GetPInvokeErrorMessage(-map));
        }

        _ = LibC.Close(map);
        return new(SharedMemory, FeatureState.Works, IsNeeded: true, "5.5", "the rings");
    }

    static KernelFeature ProbeMap(int type, string name, string since) => OfAnswer(LibBpf.ProbeMapType(type, 0), name, since);

    static KernelFeature ProbeHelper(int helper, string name, string since) => OfAnswer(LibBpf.ProbeHelper(RawTracepoint, helper, 0), name, since);

    // libbpf answers 1 for yes, 0 for no and a negated errno when it could not tell.
    static KernelFeature OfAnswer(int answer, string name, string since) => new(
        name,
        answer > 0 ? FeatureState.Works : answer == 0 ? FeatureState.Fails : FeatureState.Unknown,
        IsNeeded: answer == 0,
        since,
        answer >= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"could not tell: {Marshal.GetPInvokeErrorMessage(-answer)} ({-answer})"));

    static KernelFeature ProbeHook(HookKind hooks)
    {
        var isRaw = hooks == HookKind.Raw;
        var (name, since) = isRaw ? (RawHooks, "5.8") : (TypedHooks, "5.11");
        try
        {
            HookProbe.Try(hooks);
            return new(name, FeatureState.Works, IsNeeded: true, since, isRaw ? "what older kernels have" : "the faster ones");
        }
        catch (LiveCaptureException e)
        {
            return new(name, FeatureState.Fails, IsNeeded: true, since, e.Message);
        }
    }

    static KernelFeature ProbeIterators()
    {
        try
        {
            ScanPrograms.Load().Dispose();
            return new(Iterators, FeatureState.Works, IsNeeded: false, "5.10", "what is open at the start, faster than from /proc");
        }
        catch (LiveCaptureException e)
        {
            return new(Iterators, FeatureState.Fails, IsNeeded: false, "5.10", $"what is open at the start is read from /proc: {e.Message}");
        }
    }

    static FeatureState Of(bool works) => works ? FeatureState.Works : FeatureState.Fails;
}
