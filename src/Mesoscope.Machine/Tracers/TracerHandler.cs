using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Tracers;

/// <summary>Puts a tracer event in the place of a write that carries one.</summary>
sealed class TracerHandler : ITracerHandler
{
    const int ParameterCount = 3;
    const int LengthBytes = 4;
    const int IdBytes = 8;
    const int DataParameter = 1;
    readonly Event _write = new();
    byte[] _buffer = new byte[256];

    /// <inheritdoc/>
    public TracerResult OnWrite(StateEngine engine)
    {
        var context = engine.Context;
        if (context.Thread is not { } thread)
        {
            return TracerResult.NoTracer;
        }

        var data = context.Event.Parameter(DataParameter);
        var tracer = ThreadTracer.FindOrAdd(thread);
        var result = tracer.Read(data, thread, out var isEnter);
        switch (result)
        {
            case TracerResult.Complete:
                tracer.Track(engine.Machine.Spans, isEnter, thread.Tid, context.Event.Timestamp);
                Replace(context, thread, isEnter, tracer.Current.Id, tracer.Current.Tags, tracer.Current);
                break;
            case TracerResult.Incomplete when !engine.Options.IsWriting:
                engine.HideEvent();
                break;
            case TracerResult.NoTracer when context.Descriptor is { } descriptor && (descriptor.Flags & DescriptorFlags.TracerFd) != 0:
                // What is no tracer on a descriptor for tracers is a mistake of the program's: it is shown as one.
                tracer.Current.Clear();
                DescribeError(tracer.Current.Tags, data);
                Replace(context, thread, isEnter: true, 0, tracer.Current.Tags, tracer.Current);
                break;
        }

        return result;
    }

    static void DescribeError(TextList tags, ReadOnlySpan<byte> data)
    {
        var nul = data.IndexOf((byte)0);
        byte[] end = nul < 0 ? [.. ", len"u8, .. Encoding.ASCII.GetBytes(data.Length.ToString(CultureInfo.InvariantCulture))] : [];
        tags.Add([.. "invalid tracer "u8, .. nul < 0 ? data : data[..nul], .. end]);
    }

    void Replace(EventContext context, ThreadState thread, bool isEnter, long id, TextList tags, Tracer tracer)
    {
        var tagBytes = tags.Bytes;
        var argumentBytes = tracer.ArgumentNames.Bytes.Length + tracer.ArgumentValues.Bytes.Length;
        var payload = Event.HeaderBytes + (ParameterCount * LengthBytes);
        var length = payload + IdBytes + tagBytes.Length + argumentBytes;
        if (_buffer.Length < length)
        {
            Array.Resize(ref _buffer, length * 2);
        }

        var bytes = _buffer.AsSpan(0, length);
        var e = context.Event;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, e.Timestamp);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], e.ThreadId);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[20..], (ushort)(isEnter ? EventType.TracerEnter : EventType.TracerExit));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[Event.OldHeaderBytes..], ParameterCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[Event.HeaderBytes..], IdBytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(Event.HeaderBytes + LengthBytes)..], tagBytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(Event.HeaderBytes + (2 * LengthBytes))..], argumentBytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[payload..], id);
        tagBytes.CopyTo(bytes[(payload + IdBytes)..]);
        WriteArguments(bytes[(payload + IdBytes + tagBytes.Length)..], tracer);
        var oldCount = e.StoredHeaderBytes == Event.OldHeaderBytes ? e.StoredParameterCount : -1;
        _write.Attach(e.Buffer, e.Offset, e.Length, e.Cpu, e.BlockFlags | EventBlockFlags.Tracer, oldCount);
        _write.Number = e.Number;
        context.ReplacedWrite = _write;
        e.Attach(_buffer, 0, length, e.Cpu, EventBlockFlags.Large);
        context.Descriptor = null;
        context.IsDescriptorNameChanged = false;
        context.IoBytes = 0;
        thread.LastEventFd = -1;
        thread.LastEventType = EventType.TracerEnter;
        thread.Latency = 0;
        thread.EnterTime = 0;
    }

    static void WriteArguments(Span<byte> target, Tracer tracer)
    {
        for (var i = 0; i < tracer.ArgumentNames.Count; i++)
        {
            tracer.ArgumentNames.TryGet(i, out var name);
            tracer.ArgumentValues.TryGet(i, out var value);
            name.CopyTo(target);
            target[name.Length] = 0;
            value.CopyTo(target[(name.Length + 1)..]);
            target[name.Length + 1 + value.Length] = 0;
            target = target[(name.Length + value.Length + 2)..];
        }
    }
}
