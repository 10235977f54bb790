using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mesoscope.Kernel.Interop.Ring;

namespace Mesoscope.Kernel.Tests.Interop.Ring;

// A ring of two blocks in plain memory, with this test in the place of the kernel's writers. It does not look whether there is room.
sealed unsafe class FakeRing : IDisposable
{
    public const uint Bytes = 2 * RingReader.BlockBytes;
    const uint LastStart = RingReader.BlockBytes - (1 << 17);

    readonly RingState* _state = (RingState*)NativeMemory.AllocZeroed(RingState.Bytes);
    readonly byte* _data = (byte*)NativeMemory.AllocZeroed(Bytes);

    public FakeRing() => Reader = new RingReader(_state, (nint)_data, Bytes);

    public RingReader Reader { get; }

    public ulong ReadPosition => _state->Read;

    // An event that is nothing but its time and length, and one byte repeated.
    public void Write(ulong time, uint length, byte filling = 0)
    {
        var offset = _state->Written % RingReader.BlockBytes;
        if (offset > LastStart)
        {
            _state->Written += RingReader.BlockBytes - offset;
        }

        var target = new Span<byte>(_data + (_state->Written % Bytes), (int)length);
        target.Fill(filling);
        BinaryPrimitives.WriteUInt64LittleEndian(target, time);
        BinaryPrimitives.WriteUInt32LittleEndian(target[RingReader.LengthOffset..], length);
        _state->Written += RingReader.RecordBytes(length);
    }

    public void Dispose()
    {
        NativeMemory.Free(_state);
        NativeMemory.Free(_data);
    }
}
