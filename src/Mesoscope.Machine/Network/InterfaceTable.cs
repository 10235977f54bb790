using System.Runtime.InteropServices;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.Machine.Network;

/// <summary>The network interfaces of the machine: tells which addresses are its own.</summary>
public sealed class InterfaceTable
{
    const uint LoopbackIPv4 = 0x0100007f;
    static readonly UInt128 s_loopbackIPv6 = new(1ul << 56, 0);
    readonly List<InterfaceEntry> _entries = [];
    uint[] _v4 = [];
    UInt128[] _v6 = [];

    /// <summary>The interfaces in the order of the capture.</summary>
    public IReadOnlyList<InterfaceEntry> Entries => _entries;

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        _entries.Clear();
        _v4 = [];
        _v6 = [];
    }

    /// <summary>Adds an interface.</summary>
    public void Add(InterfaceEntry entry)
    {
        _entries.Add(entry);
        if (entry.Address.Length == 4)
        {
            _v4 = [.. _v4, MemoryMarshal.Read<uint>(entry.Address)];
        }
        else if (entry.Address.Length == 16)
        {
            _v6 = [.. _v6, MemoryMarshal.Read<UInt128>(entry.Address)];
        }
    }

    /// <summary>Whether an interface has that IPv4 address.</summary>
    /// <param name="address">The four bytes in network order, read as a little-endian number.</param>
    public bool HasIPv4(uint address) => Array.IndexOf(_v4, address) >= 0;

    /// <summary>Whether an interface is in the same subnet, which is taken to be the first 64 bits.</summary>
    /// <param name="address">The bytes in network order, read as a little-endian number.</param>
    public bool HasIPv6Subnet(UInt128 address)
    {
        foreach (var own in _v6)
        {
            if ((ulong)own == (ulong)address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The own address that traffic with another address most likely uses: the same address, one of its subnet, or the first that is
    /// not the loopback; 0 when there is none.
    /// </summary>
    /// <param name="other">The four bytes in network order, read as a little-endian number.</param>
    public uint InferIPv4(uint other)
    {
        if (HasIPv4(other))
        {
            return other;
        }

        foreach (var entry in _entries)
        {
            if (entry.Address.Length == 4 && entry.NetMask.Length == 4)
            {
                var address = MemoryMarshal.Read<uint>(entry.Address);
                var mask = MemoryMarshal.Read<uint>(entry.NetMask);
                if ((address & mask) == (other & mask))
                {
                    return address;
                }
            }
        }

        var index = Array.FindIndex(_v4, static address => address != LoopbackIPv4);
        return index < 0 ? 0 : _v4[index];
    }

    /// <summary>The IPv6 counterpart of <see cref="InferIPv4"/>.</summary>
    /// <param name="other">The bytes in network order, read as a little-endian number.</param>
    public UInt128 InferIPv6(UInt128 other)
    {
        if (Array.IndexOf(_v6, other) >= 0)
        {
            return other;
        }

        foreach (var own in _v6)
        {
            if ((ulong)own == (ulong)other)
            {
                return own;
            }
        }

        var index = Array.FindIndex(_v6, static address => address != s_loopbackIPv6);
        return index < 0 ? UInt128.Zero : _v6[index];
    }
}
