using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>The ring in which ended threads and happenings come. Nobody is woken: it is looked into once a second.</summary>
sealed unsafe class HappeningRing : IDisposable
{
    readonly GCHandle _self;
    nint _ring;
    RecordHandler? _handler;
    Exception? _failure;

    /// <param name="map">The ring's map; it must outlive this object.</param>
    /// <exception cref="LiveCaptureException">Its memory cannot be mapped.</exception>
    public HappeningRing(int map)
    {
        _self = GCHandle.Alloc(this);
        _ring = LibBpf.OpenRing(map, &OnRecord, GCHandle.ToIntPtr(_self), 0);
        if (_ring == 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            _self.Free();
            throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"the memory of the ring cannot be mapped: {Marshal.GetPInvokeErrorMessage(errno)}; give a smaller ring");
        }
    }

    /// <summary>Receives a record, valid during the call.</summary>
    public delegate void RecordHandler(ReadOnlySpan<byte> record);

    /// <summary>Shows every record that is there.</summary>
    public void Drain(RecordHandler handler)
    {
        _handler = handler;
        _ = LibBpf.ConsumeRing(_ring);
        _handler = null;
        if (_failure is { } failure)
        {
            _failure = null;
            throw new InvalidOperationException("a record of the ring could not be taken", failure);
        }
    }

    /// <summary>Unmaps the ring.</summary>
    public void Dispose()
    {
        if (_ring != 0)
        {
            LibBpf.CloseRing(_ring);
            _ring = 0;
            _self.Free();
        }
    }

    // No exception may pass through the library's frames.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int OnRecord(nint context, nint data, nuint bytes)
    {
        var ring = (HappeningRing)GCHandle.FromIntPtr(context).Target!;
        try
        {
            ring._handler?.Invoke(new ReadOnlySpan<byte>((void*)data, (int)bytes));
        }
        catch (Exception e)
        {
            ring._failure ??= e;
        }

        return 0;
    }
}
