using System.Buffers.Binary;
using System.IO.Compression;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Testing.Captures;

/// <summary>
/// Puts a capture together byte by byte, blocks of any version, without the code that is being tested. Made for small captures.
/// Every method adds at the end and returns the builder.
/// </summary>
public sealed class CaptureBuilder
{
    readonly ByteList _bytes = new();

    /// <summary>Bytes so far; a block that is added next begins here.</summary>
    public int Count => _bytes.Count;

    /// <summary>A capture of the latest format with a machine of one thread: what most tests of events need before their first event.</summary>
    /// <param name="tid">The thread.</param>
    public static CaptureBuilder Start(long tid = 1) => new CaptureBuilder()
        .Section()
        .Machine("host")
        .Processes(9, new ThreadEntry { Tid = tid, Pid = tid, VirtualTid = tid, VirtualPid = tid, Comm = "test"u8.ToArray(), Exe = "test"u8.ToArray() });

    /// <summary>A section header.</summary>
    /// <param name="minorVersion">0 to 2, or later.</param>
    /// <param name="options">What stands behind the fixed fields, in whole words of four bytes.</param>
    public CaptureBuilder Section(ushort minorVersion = 2, byte[]? options = null)
    {
        var body = new ByteList();
        body.UInt32(0x1A2B3C4D).UInt16(1).UInt16(minorVersion).UInt64(ulong.MaxValue).Bytes(options ?? []);
        return Block(0x0A0D0D0A, body.ToArray());
    }

    /// <summary>A machine info block.</summary>
    public CaptureBuilder Machine(string hostName, uint cpuCount = 1, ulong bootTime = 0)
    {
        var name = new byte[128];
        System.Text.Encoding.UTF8.GetBytes(hostName, name);
        var body = new ByteList();
        body.UInt32(cpuCount).UInt64(1 << 30).UInt64(32768).Bytes(name).UInt64(bootTime).Bytes(new byte[24]);
        return Block(0x201, body.ToArray());
    }

    /// <summary>An interface list block.</summary>
    /// <param name="version">1 or 2.</param>
    /// <param name="interfaces">The entries; <see cref="InterfaceEntry.StoredType"/> decides their layout.</param>
    public CaptureBuilder Interfaces(int version, params InterfaceEntry[] interfaces)
    {
        var body = new ByteList();
        foreach (var entry in interfaces)
        {
            StateEntries.AddInterface(body, version, entry);
        }

        return Block(version == 1 ? 0x205u : 0x219u, body.ToArray());
    }

    /// <summary>A user list block.</summary>
    /// <param name="version">1 or 2.</param>
    /// <param name="users">The users.</param>
    /// <param name="groups">The groups.</param>
    public CaptureBuilder Users(int version, UserEntry[] users, params GroupEntry[] groups)
    {
        var body = new ByteList();
        foreach (var user in users)
        {
            StateEntries.AddUser(body, version, user);
        }

        foreach (var group in groups)
        {
            StateEntries.AddGroup(body, version, group);
        }

        return Block(version == 1 ? 0x206u : 0x220u, body.ToArray());
    }

    /// <summary>A process list block.</summary>
    /// <param name="version">1 to 9.</param>
    /// <param name="threads">The threads; what the version does not store is left out.</param>
    public CaptureBuilder Processes(int version, params ThreadEntry[] threads)
    {
        var body = new ByteList();
        foreach (var thread in threads)
        {
            StateEntries.AddThread(body, version, thread);
        }

        return Block(version switch { 1 => 0x202u, 2 => 0x207u, 3 => 0x209u, _ => 0x210u + (uint)(version - 4) }, body.ToArray());
    }

    /// <summary>A descriptor list block.</summary>
    /// <param name="version">1 or 2.</param>
    /// <param name="tid">The thread.</param>
    /// <param name="descriptors">Its descriptors.</param>
    public CaptureBuilder Descriptors(int version, long tid, params DescriptorEntry[] descriptors)
    {
        var body = new ByteList();
        body.UInt64((ulong)tid);
        foreach (var descriptor in descriptors)
        {
            StateEntries.AddDescriptor(body, version, descriptor);
        }

        return Block(version == 1 ? 0x203u : 0x218u, body.ToArray());
    }

    /// <summary>An event block of format 2, large when the event's type is.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="timestamp">Nanoseconds since 1970.</param>
    /// <param name="tid">The thread.</param>
    /// <param name="parameters">The parameters' bytes; see <see cref="Parameter"/>.</param>
    public CaptureBuilder Event(EventType type, ulong timestamp, long tid, params byte[][] parameters) =>
        Event(type, timestamp, tid, EventBlockFlags.None, 0, parameters);

    /// <summary>An event block of format 2 with flags and processor.</summary>
    public CaptureBuilder Event(EventType type, ulong timestamp, long tid, EventBlockFlags flags, ushort cpu, params byte[][] parameters)
    {
        var isLarge = EventSchema.IsKnown(type) && (EventSchema.Get(type).Flags & EventFlags.LargePayload) != 0;
        var body = new ByteList();
        body.UInt16(cpu);
        if (flags != EventBlockFlags.None)
        {
            body.UInt32((uint)flags);
        }

        body.Bytes(EventBytes(type, timestamp, tid, isLarge, parameters));
        return Block((flags != 0, isLarge) switch { (false, false) => 0x216, (true, false) => 0x217, (false, true) => 0x221, _ => 0x222u }, body.ToArray());
    }

    /// <summary>An event block of format 1, which stores no number of parameters.</summary>
    public CaptureBuilder OldEvent(EventType type, ulong timestamp, long tid, params byte[][] parameters)
    {
        var current = EventBytes(type, timestamp, tid, isLarge: false, parameters);
        byte[] old = [.. current[..22], .. current[26..]];
        BinaryPrimitives.WriteUInt32LittleEndian(old.AsSpan(16), (uint)old.Length);
        return Block(0x204, [0, 0, .. old]);
    }

    /// <summary>Any block: header, body, padding to four bytes, trailer.</summary>
    public CaptureBuilder Block(uint type, byte[] body)
    {
        var padded = (body.Length + 3) & ~3;
        _bytes.UInt32(type).UInt32((uint)padded + 12).Bytes(body).Bytes(new byte[padded - body.Length]).UInt32((uint)padded + 12);
        return this;
    }

    /// <summary>Any bytes, such as garbage.</summary>
    public CaptureBuilder Raw(params byte[] bytes)
    {
        _bytes.Bytes(bytes);
        return this;
    }

    /// <summary>The capture.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>The capture as a stream that can seek.</summary>
    public MemoryStream ToStream() => new(ToArray(), writable: false);

    /// <summary>The capture as one gzip member.</summary>
    public byte[] ToGzip() => Gzip(ToArray());

    /// <summary>Bytes as one gzip member.</summary>
    public static byte[] Gzip(byte[] bytes)
    {
        var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return target.ToArray();
    }

    /// <summary>An event's bytes in format 2, header included.</summary>
    public static byte[] EventBytes(EventType type, ulong timestamp, long tid, bool isLarge, params byte[][] parameters)
    {
        var bytes = new ByteList();
        var length = 26 + parameters.Sum(p => p.Length + (isLarge ? 4 : 2));
        bytes.UInt64(timestamp).UInt64((ulong)tid).UInt32((uint)length).UInt16((ushort)type).UInt32((uint)parameters.Length);
        foreach (var parameter in parameters)
        {
            _ = isLarge ? bytes.UInt32((uint)parameter.Length) : bytes.UInt16((ushort)parameter.Length);
        }

        foreach (var parameter in parameters)
        {
            bytes.Bytes(parameter);
        }

        return bytes.ToArray();
    }
}
