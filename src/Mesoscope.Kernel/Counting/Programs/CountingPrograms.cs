using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>
/// The counting programs in the kernel, from load to unload. Nothing is pinned: the kernel removes everything when the process ends, however
/// it ends.
/// </summary>
sealed class CountingPrograms : IDisposable
{
    // What is attached always, and what a kernel may do without.
    static readonly string[] s_hooks = ["count_exit", "count_execute", "count_end", "note_group", "note_move", "note_state"];

    readonly List<nint> _links = [];
    nint _object;

    CountingPrograms(nint loaded) => _object = loaded;

    /// <summary>Loads the programs, attached to nothing yet.</summary>
    /// <param name="options">How to count.</param>
    /// <param name="settings">The programs' constants.</param>
    /// <param name="calls">The system calls.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static CountingPrograms Load(CountingOptions options, CountingSettings settings, CallTable calls)
    {
        var image = ProgramImage.Read("counting", "btf");
        LoaderLog.Begin();
        var opened = LibBpf.OpenObject(image, (nuint)image.Length, 0);
        if (opened == 0)
        {
            throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
        }

        var programs = new CountingPrograms(opened);
        try
        {
            programs.Prepare(options, settings, calls);
            var error = LibBpf.LoadObject(opened);
            return error < 0 ? throw LoadFailure.Describe(-error, LoaderLog.Text) : programs;
        }
        catch
        {
            programs.Dispose();
            throw;
        }
    }

    /// <summary>Attaches the programs: from here on is counted.</summary>
    /// <param name="measuresTime">True to attach the one that sees calls begin, too.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public void Attach(bool measuresTime)
    {
        foreach (var name in measuresTime ? [.. s_hooks, "count_enter"] : s_hooks)
        {
            if (!TryAttach(name))
            {
                throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
            }
        }
    }

    /// <summary>Attaches a program that not every kernel has a hook for.</summary>
    public bool TryAttach(string name)
    {
        var link = LibBpf.Attach(Program(name));
        if (link != 0)
        {
            _links.Add(link);
        }

        return link != 0;
    }

    /// <summary>Makes an iterator program readable.</summary>
    /// <param name="name">The program.</param>
    /// <param name="map">The map that it goes over; null for one that goes over tasks.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public unsafe KernelIterator OpenIterator(string name, string? map)
    {
        nint link;
        if (map is null)
        {
            link = LibBpf.AttachIterator(Program(name), null);
        }
        else
        {
            var descriptor = MapDescriptor(map);
            var options = new IteratorOptions { Bytes = (nuint)sizeof(IteratorOptions), Target = &descriptor, TargetBytes = sizeof(int) };
            link = LibBpf.AttachIterator(Program(name), &options);
        }

        if (link == 0)
        {
            throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
        }

        _links.Add(link);
        return new KernelIterator(LibBpf.LinkDescriptor(link));
    }

    /// <summary>Maps variables of the programs; the caller disposes of them.</summary>
    /// <param name="section">Where they are: <c>.bss</c> or <c>.data</c>.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public SharedMemory OpenVariables(string section)
    {
        _ = Data(section, out var bytes);
        return new SharedMemory(MapDescriptor(section), bytes);
    }

    /// <summary>The descriptor of a map; valid until disposal.</summary>
    public int MapDescriptor(string name) => LibBpf.MapDescriptor(Map(name));

    /// <summary>Detaches and unloads.</summary>
    public void Dispose()
    {
        foreach (var link in _links)
        {
            _ = LibBpf.DestroyLink(link);
        }

        _links.Clear();
        if (_object != 0)
        {
            LibBpf.CloseObject(_object);
            _object = 0;
        }
    }

    unsafe void Prepare(CountingOptions options, CountingSettings settings, CallTable calls)
    {
        _ = LibBpf.SetMaxEntries(Map("happenings"), System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(options.RingBytes, 64 * 1024, 256 * 1024 * 1024)));
        _ = LibBpf.SetMaxEntries(Map("connections"), (uint)Math.Clamp(options.MaxConnections, 1, 16 * 1024 * 1024));
        var address = Data(".rodata.settings", out var bytes);
        var target = new Span<byte>((void*)address, (int)bytes);
        MemoryMarshal.Write(target, in settings);
        var rows = target[sizeof(CountingSettings)..];
        for (var number = 0; number < CallTable.MaxCalls; number++)
        {
            rows[number * 2] = (byte)calls[number].Kind;
            rows[number * 2 + 1] = (byte)calls[number].Details;
        }
    }

    nint Program(string name)
    {
        for (var program = LibBpf.NextProgram(_object, 0); program != 0; program = LibBpf.NextProgram(_object, program))
        {
            if (Marshal.PtrToStringUTF8(LibBpf.ProgramName(program)) == name)
            {
                return program;
            }
        }

        throw new InvalidOperationException($"the programs have no {name}");
    }

    nint Map(string name)
    {
        var map = LibBpf.FindMap(_object, name);
        return map != 0 ? map : throw new InvalidOperationException($"the programs have no map {name}");
    }

    nint Data(string name, out nuint bytes) => LibBpf.InitialValue(Map(name), out bytes);
}
