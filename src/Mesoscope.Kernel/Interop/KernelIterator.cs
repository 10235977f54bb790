using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Interop;

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

    /// <summary>Takes the record that the bytes begin with.</summary>
    /// <param name="bytes">What was read and not taken yet.</param>
    /// <returns>Bytes of the record; 0 when it is not there as a whole.</returns>
    public delegate int RecordTaker(ReadOnlySpan<byte> bytes);

    /// <summary>Runs over everything.</summary>
    /// <param name="handler">Receives each record.</param>
    /// <typeparam name="T">Layout of the records, which come one behind the other.</typeparam>
    /// <returns>False when the kernel made no iterator or broke off; then part of it may have been shown.</returns>
    public bool Run<T>(RecordHandler<T> handler)
        where T : unmanaged
    {
        return Run(Take);

        unsafe int Take(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length < sizeof(T))
            {
                return 0;
            }

            handler(in MemoryMarshal.AsRef<T>(bytes));
            return sizeof(T);
        }
    }

    /// <summary>Runs over everything that writes records of different sizes, each much shorter than 64 KiB.</summary>
    /// <param name="taker">Takes them one by one.</param>
    /// <returns>False when the kernel made no iterator or broke off; then part of it may have been shown.</returns>
    public bool Run(RecordTaker taker)
    {
        var iterator = LibBpf.CreateIterator(link);
        if (iterator < 0)
        {
            return false;
        }

        try
        {
            return ReadAll(iterator, taker);
        }
        finally
        {
            _ = LibC.Close(iterator);
        }
    }

    bool ReadAll(int iterator, RecordTaker taker)
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
            while (taker(_buffer.AsSpan(at, end - at)) is var taken and > 0)
            {
                at += taken;
            }

            // A read may end within a record.
            _buffer.AsSpan(at, end - at).CopyTo(_buffer);
            kept = end - at;
        }
    }
}
