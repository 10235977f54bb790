using Mesoscope.Events.Schema;
using Mesoscope.Events.Snapshot;

namespace Mesoscope.SampleCaptures.Writing;

/// <summary>
/// The blocks of one capture, put together by hand and not by the product's own writer, so that a mistake there cannot hide itself in
/// the samples. Keep in sync with docs/format/scap.md.
/// </summary>
public sealed class CaptureFile(FormatEra era)
{
    readonly ByteList _file = new();

    bool IsOld => era == FormatEra.Old;

    /// <summary>The file's bytes so far.</summary>
    public byte[] ToArray() => _file.ToArray();

    /// <summary>Begins the section.</summary>
    public void AddSection() =>
        AddBlock(0x0A0D0D0A, new ByteList().Number(4, 0x1A2B3C4D).Number(2, 1).Number(2, IsOld ? 0 : 2).Number(8, -1));

    /// <summary>The machine.</summary>
    public void AddMachine(MachineEntry machine)
    {
        var body = new ByteList().Number(4, machine.CpuCount).Number(8, machine.MemoryBytes).Number(8, machine.MaxPid);
        var name = new byte[128];
        machine.HostName.CopyTo(name, 0);
        AddBlock(0x201, body.Raw(name).Number(8, machine.BootTime).Number(8, 0).Number(8, 0).Number(8, 0));
    }

    /// <summary>The network interfaces, IPv4 before IPv6.</summary>
    public void AddInterfaces(params InterfaceEntry[] interfaces)
    {
        var body = new ByteList();
        foreach (var entry in interfaces)
        {
            var item = new ByteList().Number(2, entry.Address.Length == 4 ? 1 : 2).Number(2, entry.Name.Length)
                .Raw(entry.Address).Raw(entry.NetMask).Raw(entry.Broadcast).Number(8, entry.LinkSpeed).Raw(entry.Name);
            AddEntry(body, item, lengthCountsItself: false);
        }

        AddBlock(IsOld ? 0x205u : 0x219u, body);
    }

    /// <summary>Users and groups.</summary>
    public void AddUsers(UserEntry[] users, GroupEntry[] groups)
    {
        var body = new ByteList();
        foreach (var user in users)
        {
            AddEntry(body, new ByteList().Number(1, 0).Number(4, user.Uid).Number(4, user.Gid)
                .Counted(user.Name).Counted(user.HomeDirectory).Counted(user.Shell));
        }

        foreach (var group in groups)
        {
            AddEntry(body, new ByteList().Number(1, 1).Number(4, group.Gid).Counted(group.Name));
        }

        AddBlock(IsOld ? 0x206u : 0x220u, body);
    }

    /// <summary>The threads that live when the capture begins.</summary>
    public void AddThreads(IEnumerable<ThreadEntry> threads)
    {
        var body = new ByteList();
        foreach (var thread in threads)
        {
            AddEntry(body, StateBytes.Thread(thread, era));
        }

        AddBlock(IsOld ? 0x211u : 0x215u, body);
    }

    /// <summary>The open descriptors of one thread.</summary>
    public void AddDescriptors(long tid, params DescriptorEntry[] descriptors)
    {
        var body = new ByteList().Number(8, tid);
        foreach (var descriptor in descriptors)
        {
            AddEntry(body, StateBytes.Descriptor(descriptor, era));
        }

        AddBlock(IsOld ? 0x203u : 0x218u, body);
    }

    /// <summary>An event.</summary>
    /// <param name="time">Nanoseconds since 1970.</param>
    /// <param name="cpu">The processor, from 0.</param>
    /// <param name="tid">The thread; 0 for events that no thread made.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="values">As many of its parameters as the capture's era knew, see <see cref="EventBytes"/>.</param>
    public void AddEvent(ulong time, ushort cpu, long tid, EventType type, params object[] values)
    {
        var isLarge = (EventSchema.Get(type).Flags & EventFlags.LargePayload) != 0;
        var body = new ByteList().Number(2, cpu).Raw(EventBytes.Make(time, tid, type, values, hasCount: !IsOld, isLarge));
        AddBlock(isLarge ? 0x221u : IsOld ? 0x204u : 0x216u, body);
    }

    // In the later layouts each entry begins with its length; some count the length's own four bytes, some do not.
    void AddEntry(ByteList body, ByteList item, bool lengthCountsItself = true)
    {
        if (!IsOld)
        {
            body.Number(4, item.Count + (lengthCountsItself ? 4 : 0));
        }

        body.Raw(item.ToArray());
    }

    void AddBlock(uint type, ByteList body)
    {
        body.Pad();
        var length = body.Count + 12;
        _file.Number(4, type).Number(4, length).Raw(body.ToArray()).Number(4, length);
    }
}
