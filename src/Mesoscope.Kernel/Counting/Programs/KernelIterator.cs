using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop;

namespace Mesoscope.Kernel.Counting.Programs;

/// <summary>Runs a program for each element of something in the kernel and reads what it writes.</summary>
/// <param name="link">The attached program; it must outlive this object.</param>
sealed class KernelIterator(int link)
{
    // asm-generic/errno-base.h: a million elements were looked at and nothing was written, read on.
    const int Again = 11;

    // The kernel gathers eight pages at a time.
    readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Receives a record.</summary>
    /// <typeparam name="T">Layout of the record.</typeparam>
    public delegate void RecordHandler<T>(in T record);

    /// <summary>Runs over everything.</summary>
    /// <param name="handler">Receives each record.</param>
    /// <typeparam name="T">Layout of the records, which come one behind the other.</typeparam>
    /// <returns>False when the kernel made no iterator or broke off; then part of it may have been shown.</returns>
    public bool Run<T>(RecordHandler<T> handler)
        where T : unmanaged
    {
        var iterator = LibBpf.CreateIterator(link);
        if (iterator < 0)
        {
            return false;
        }

        try
        {
            return ReadAll(iterator, handler);
        }
        finally
        {
            _ = LibC.Close(iterator);
        }
    }

    unsafe bool ReadAll<T>(int iterator, RecordHandler<T> handler)
        where T : unmanaged
    {
        var kept = 0;
        while (true)
        {
            var bytes = LibC.Read(iterator, _buffer.AsSpan(kept), _buffer.Length - kept);
            if (bytes < 0 && Marshal.GetLastPInvokeError() == Again)
            {
                continue;
            }

            if (bytes <= 0)
            {
                return bytes == 0;
            }

            var end = kept + (int)bytes;
            var at = 0;
            for (; end - at >= sizeof(T); at += sizeof(T))
            {
                handler(in MemoryMarshal.AsRef<T>(_buffer.AsSpan(at)));
            }

            // A read may end within a record.
            _buffer.AsSpan(at, end - at).CopyTo(_buffer);
            kept = end - at;
        }
    }
}
