using System.Buffers.Binary;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Captures.Blocks;

/// <summary>The machine info block: one fixed record. Keep in sync with docs/format/scap.md.</summary>
static class MachineBlock
{
    const int HostNameBytes = 128;
    const int ReservedBytes = 32;

    public static void Read(EntryCursor cursor, ISnapshotSink sink)
    {
        var cpuCount = cursor.UInt32();
        var memory = cursor.UInt64();
        var maxPid = cursor.UInt64();
        var name = cursor.Bytes(HostNameBytes);
        var end = name.IndexOf((byte)0);
        var hostName = (end < 0 ? name : name[..end]).ToArray();
        // Files with a shorter record were never written, but nothing behind the name is needed.
        var reserved = cursor.Bytes((int)Math.Min(ReservedBytes, cursor.Left - cursor.EntryBytes)).ToArray();
        sink.AddMachine(new MachineEntry
        {
            CpuCount = cpuCount,
            MemoryBytes = memory,
            MaxPid = maxPid,
            HostName = hostName,
            BootTime = reserved.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(reserved) : 0,
            Reserved = reserved,
        });
        cursor.End();
    }

    /// <summary>Writes the whole block.</summary>
    public static void Write(BlockBuffer buffer, MachineEntry machine)
    {
        var start = buffer.BeginBlock(BlockType.Machine);
        buffer.UInt32(machine.CpuCount);
        buffer.UInt64(machine.MemoryBytes);
        buffer.UInt64(machine.MaxPid);
        // Readers take the name as ended by NUL.
        buffer.Fixed(machine.HostName.AsSpan(0, Math.Min(machine.HostName.Length, HostNameBytes - 1)), HostNameBytes);
        if (machine.Reserved.Length == 0)
        {
            buffer.UInt64(machine.BootTime);
            buffer.Fixed([], ReservedBytes - 8);
        }
        else
        {
            buffer.Fixed(machine.Reserved, ReservedBytes);
        }

        buffer.EndBlock(start);
    }
}
