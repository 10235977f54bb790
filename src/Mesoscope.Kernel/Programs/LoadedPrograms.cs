using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Programs;

/// <summary>
/// The programs in the kernel, from load to unload. Nothing is pinned: the kernel removes everything when the process ends, however
/// it ends.
/// </summary>
sealed class LoadedPrograms : IDisposable
{
    const string BlocksMap = "blocks";

    readonly Dictionary<string, nint> _programs;
    readonly List<nint> _links = [];
    string[] _hooks = [];
    nint _object;

    LoadedPrograms(nint loaded, Dictionary<string, nint> programs)
    {
        _object = loaded;
        _programs = programs;
    }

    /// <summary>The map of the rings' states.</summary>
    public int States => LibBpf.MapDescriptor(Map(".bss"));

    /// <summary>The map of the rings' blocks.</summary>
    public int Blocks => LibBpf.MapDescriptor(Map(BlocksMap));

    /// <summary>Loads the programs that the options need, attached to nothing yet.</summary>
    /// <param name="image">The object file.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="settings">The programs' constants.</param>
    /// <param name="rings">How many rings there are.</param>
    /// <param name="isArm">True for aarch64.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static LoadedPrograms Load(byte[] image, LiveOptions options, ProgramSettings settings, RingPlan rings, bool isArm)
    {
        LoaderLog.Begin();
        var opened = LibBpf.OpenObject(image, (nuint)image.Length, 0);
        if (opened == 0)
        {
            throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
        }

        var programs = new LoadedPrograms(opened, FindPrograms(opened));
        try
        {
            settings.RingBlocks = rings.RingBytes / RingReader.BlockBytes;
            settings.FirstNestedRing = (uint)rings.Processors;
            var plan = CallPlan.Make(options, isArm, programs._programs.Keys.ToHashSet());
            programs._hooks = [.. HookPlan.Names(options, plan)];
            programs.Prepare(plan, settings, rings);
            var error = LibBpf.LoadObject(opened);
            if (error < 0)
            {
                throw LoadFailure.Describe(-error, LoaderLog.Text);
            }

            programs.Connect(plan);
            programs.FillTables(options.Filter);
            return programs;
        }
        catch
        {
            programs.Dispose();
            throw;
        }
    }

    /// <summary>Attaches the programs: from here on events are written.</summary>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public void Attach()
    {
        foreach (var name in _hooks)
        {
            var link = LibBpf.Attach(_programs[name]);
            if (link == 0)
            {
                throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
            }

            _links.Add(link);
        }
    }

    /// <summary>Marks threads that have one of the filter's names already.</summary>
    /// <exception cref="LiveCaptureException">There are too many.</exception>
    public void MarkNamed(IEnumerable<long> threadIds) => Fill("named", threadIds.Select(FilterTables.Number32));

    /// <summary>Marks threads that are in one of the filter's containers already.</summary>
    /// <exception cref="LiveCaptureException">There are too many.</exception>
    public void MarkContained(IEnumerable<long> threadIds) => Fill("contained", threadIds.Select(FilterTables.Number32));

    /// <summary>Marks processes that descend from those that the filter follows.</summary>
    /// <exception cref="LiveCaptureException">There are too many.</exception>
    public void MarkFollowed(IEnumerable<long> processIds) => Fill("followed", processIds.Select(FilterTables.Number32));

    /// <summary>Detaches: no event is written after this call.</summary>
    public void Detach()
    {
        foreach (var link in _links)
        {
            _ = LibBpf.DestroyLink(link);
        }

        _links.Clear();
    }

    /// <summary>Detaches and unloads.</summary>
    public void Dispose()
    {
        Detach();
        if (_object != 0)
        {
            LibBpf.CloseObject(_object);
            _object = 0;
        }
    }

    /// <summary>The programs of an opened object, by name.</summary>
    public static Dictionary<string, nint> FindPrograms(nint opened)
    {
        var programs = new Dictionary<string, nint>();
        for (var program = LibBpf.NextProgram(opened, 0); program != 0; program = LibBpf.NextProgram(opened, program))
        {
            programs.Add(Marshal.PtrToStringUTF8(LibBpf.ProgramName(program))!, program);
        }

        return programs;
    }

    void Prepare(CallPlan plan, ProgramSettings settings, RingPlan rings)
    {
        var needed = plan.ProgramNames.ToHashSet();
        needed.UnionWith(_hooks);
        foreach (var (name, program) in _programs)
        {
            _ = LibBpf.SetAutoload(program, needed.Contains(name));
        }

        _ = LibBpf.SetMaxEntries(Map("scratches"), (uint)rings.Processors);
        _ = LibBpf.SetMaxEntries(Map(BlocksMap), (uint)rings.Count * settings.RingBlocks);
        WriteSettings(plan, settings);
    }

    unsafe void WriteSettings(CallPlan plan, ProgramSettings settings)
    {
        const int RowBytes = 4;
        var address = Data(".rodata.settings", out var bytes);
        var target = new Span<byte>((void*)address, (int)bytes);
        MemoryMarshal.Write(target, in settings);
        var rows = target[Marshal.SizeOf<ProgramSettings>()..];
        for (var number = 0; number < plan.Calls.Length; number++)
        {
            var call = plan.Calls[number];
            var row = rows.Slice(number * RowBytes, RowBytes);
            BinaryPrimitives.WriteUInt16LittleEndian(row, call.Code);
            row[2] = (byte)call.Enter;
            row[3] = (byte)call.Exit;
        }
    }

    void Connect(CallPlan plan)
    {
        for (var number = 0; number < plan.Calls.Length; number++)
        {
            var call = plan.Calls[number];
            if (call.EnterProgram is { } enter)
            {
                SetElement("enter_programs", number, LibBpf.ProgramDescriptor(_programs[enter]));
            }

            if (call.ExitProgram is { } exit)
            {
                SetElement("exit_programs", number, LibBpf.ProgramDescriptor(_programs[exit]));
            }
        }
    }

    void FillTables(KernelFilter filter)
    {
        foreach (var (table, keys) in FilterTables.Keys(filter))
        {
            Fill(table, keys);
        }
    }

    void Fill(string table, IEnumerable<byte[]> keys)
    {
        ReadOnlySpan<byte> present = [1];
        var descriptor = LibBpf.MapDescriptor(Map(table));
        foreach (var key in keys)
        {
            var error = LibBpf.UpdateElement(descriptor, key, present, 0);
            if (error < 0)
            {
                throw LoadFailure.Describe(-error, $"{table}: the table is full");
            }
        }
    }

    void SetElement(string map, int key, int descriptor)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, key);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], descriptor);
        var error = LibBpf.UpdateElement(LibBpf.MapDescriptor(Map(map)), bytes[..4], bytes[4..], 0);
        if (error < 0)
        {
            throw LoadFailure.Describe(-error, $"{map}[{key}]");
        }
    }

    nint Map(string name)
    {
        var map = LibBpf.FindMap(_object, name);
        return map != 0 ? map : throw new InvalidOperationException($"the programs have no map {name}");
    }

    nint Data(string name, out nuint bytes) => LibBpf.InitialValue(Map(name), out bytes);
}
