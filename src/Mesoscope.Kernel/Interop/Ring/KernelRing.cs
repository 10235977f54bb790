using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop.Ring;

/// <summary>One processor's ring: the map in the kernel and its memory here.</summary>
sealed class KernelRing : IDisposable
{
    // linux/bpf.h.
    const int RingBufferType = 27;

    readonly int _descriptor;
    readonly nuint _viewBytes;
    nint _position;
    nint _view;

    KernelRing(int descriptor, uint bytes)
    {
        var page = Environment.SystemPageSize;
        _descriptor = descriptor;
        _viewBytes = (nuint)(page + (long)bytes);
        _position = LibC.Map(descriptor, (nuint)page, 0, isWritable: true);
        _view = _position == 0 ? 0 : LibC.Map(descriptor, _viewBytes, page, isWritable: false);
        if (_view == 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            Dispose();
            throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"the memory of a ring of {bytes} bytes cannot be mapped: {Marshal.GetPInvokeErrorMessage(errno)}; give a smaller buffer");
        }

        Reader = new RingReader(_position, _view, _view + page, bytes);
    }

    /// <summary>Takes records out; valid until the ring is disposed.</summary>
    public RingReader Reader { get; }

    /// <summary>The map, for the array of rings in the kernel.</summary>
    public int Descriptor => _descriptor;

    /// <summary>Makes a ring.</summary>
    /// <param name="bytes">Its size: a power of two and a multiple of a page.</param>
    /// <exception cref="LiveCaptureException">The kernel refuses.</exception>
    public static KernelRing Create(uint bytes)
    {
        var descriptor = LibBpf.CreateMap(RingBufferType, "mesoscope_ring", 0, 0, bytes, 0);
        return descriptor < 0
            ? throw new LiveCaptureException(LiveCaptureProblem.NotSupported, $"the kernel makes no ring of {bytes} bytes: {Marshal.GetPInvokeErrorMessage(-descriptor)}; kernel 5.8 or later is needed, or a smaller buffer")
            : new KernelRing(descriptor, bytes);
    }

    /// <summary>Unmaps and closes; the kernel frees the ring when no program uses it any more.</summary>
    public void Dispose()
    {
        if (_view != 0)
        {
            _ = LibC.Unmap(_view, _viewBytes);
            _view = 0;
        }

        if (_position != 0)
        {
            _ = LibC.Unmap(_position, (nuint)Environment.SystemPageSize);
            _position = 0;
        }

        _ = LibC.Close(_descriptor);
    }
}
