using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;
using Mesoscope.Kernel.Interop;
using Mesoscope.Kernel.Programs;

namespace Mesoscope.Kernel.Scan.Iterators;

/// <summary>The programs in the kernel that tell its state, from load to unload. Nothing is pinned: the kernel removes them with the process.</summary>
sealed class ScanPrograms : IDisposable
{
    const string DescriptorProgram = "read_descriptors";

    nint _object;
    nint _descriptors;

    ScanPrograms(nint loaded) => _object = loaded;

    /// <summary>Loads them.</summary>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static ScanPrograms Load()
    {
        var image = ProgramImage.Read("scan", "btf");
        LoaderLog.Begin();
        var opened = LibBpf.OpenObject(image, (nuint)image.Length, 0);
        if (opened == 0)
        {
            throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
        }

        var programs = new ScanPrograms(opened);
        try
        {
            programs.Attach();
            return programs;
        }
        catch
        {
            programs.Dispose();
            throw;
        }
    }

    /// <summary>Hands over the open descriptors of all processes, those of a process one behind the other.</summary>
    /// <param name="found">Receives a process and a descriptor of it.</param>
    /// <returns>False when the kernel broke off; then some are missing.</returns>
    public bool ReadDescriptors(Action<long, DescriptorEntry> found)
    {
        return new KernelIterator(LibBpf.LinkDescriptor(_descriptors)).Run(Take);

        int Take(ReadOnlySpan<byte> bytes)
        {
            var taken = DescriptorRecords.Take(bytes, out var pid, out var entry);
            if (entry is not null)
            {
                found(pid, entry);
            }

            return taken;
        }
    }

    /// <summary>Unloads them.</summary>
    public void Dispose()
    {
        if (_descriptors != 0)
        {
            _ = LibBpf.DestroyLink(_descriptors);
            _descriptors = 0;
        }

        if (_object != 0)
        {
            LibBpf.CloseObject(_object);
            _object = 0;
        }
    }

    unsafe void Attach()
    {
        var error = LibBpf.LoadObject(_object);
        if (error < 0)
        {
            throw LoadFailure.Describe(-error, LoaderLog.Text);
        }

        _descriptors = LibBpf.AttachIterator(LoadedPrograms.FindPrograms(_object)[DescriptorProgram], null);
        if (_descriptors == 0)
        {
            throw LoadFailure.Describe(Marshal.GetLastPInvokeError(), LoaderLog.Text);
        }
    }
}
