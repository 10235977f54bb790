using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Tests.Interop.Ring;

// A ring in plain memory, with this test in the place of the kernel's writers.
sealed unsafe class FakeRing : IDisposable
{
    readonly byte* _memory;
    readonly uint _bytes;
    ulong _written;

    public FakeRing(uint bytes)
    {
        _bytes = bytes;
        _memory = (byte*)NativeMemory.AllocZeroed(bytes + 16);
        Reader = new RingReader((nint)_memory, (nint)_memory + 8, (nint)_memory + 16, bytes);
    }

    public RingReader Reader { get; }

    public void Write(byte[] record, uint bits = 0)
    {
        Span<byte> header = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)record.Length | bits);
        Put(_written, header);
        Put(_written + 8, record);
        _written += RingReader.RecordBytes((uint)record.Length);
        *(ulong*)(_memory + 8) = _written;
    }

    // What a writer does at last: takes the busy bit away.
    public void Finish(ulong position, uint length)
    {
        Span<byte> header = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(header, length);
        Put(position, header);
    }

    public void Dispose() => NativeMemory.Free(_memory);

    void Put(ulong position, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            _memory[16 + (position + (ulong)i) % _bytes] = bytes[i];
        }
    }
}
