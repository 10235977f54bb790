using Mesoscope.Events.Schema;
using Mesoscope.Machine.Descriptors;
using static Mesoscope.Query.Fields.FieldRow;

namespace Mesoscope.Query.Fields.Descriptors;

/// <summary>The last fields of the list: state of the connection, host names, devices.</summary>
static class LastRows
{
    public static FieldRow[] Create() =>
    [
        OfBool("fd.connected", "True for a connected socket.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set((fd.Flags & DescriptorFlags.SocketConnected) != 0)),
        OfBool("fd.name_changed", "True when the event changed the descriptor's name, as datagrams from another peer do.", static (c, s, ref v) =>
            DescriptorView.Find(c) is not null && v.Set(c.IsDescriptorNameChanged)),
        HostNames.Row("fd.cip.name", "Host name of the client's address, for names that the filter looked up.", ConnectionEnd.Client),
        HostNames.Row("fd.sip.name", "Host name of the server's address, for names that the filter looked up.", ConnectionEnd.Server),
        HostNames.Row("fd.lip.name", "Host name of the own end's address, for names that the filter looked up.", ConnectionEnd.Local),
        HostNames.Row("fd.rip.name", "Host name of the other end's address, for names that the filter looked up.", ConnectionEnd.Remote),
        new(new FieldInfo("fd.dev", ParameterType.Int32, PrintFormat.Hex, "Device that the file lies on: major and minor number."), static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set((long)(int)fd.Device)),
        // The split of the kernel's new_encode_dev (linux/kdev_t.h).
        OfNumber("fd.dev.major", ParameterType.Int32, "Major number of the device that the file lies on.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set((long)((fd.Device >> 8) & 0xfff))),
        OfNumber("fd.dev.minor", ParameterType.Int32, "Minor number of the device that the file lies on.", static (c, s, ref v) =>
            DescriptorView.Find(c) is { } fd && v.Set((long)((fd.Device & 0xff) | ((fd.Device >> 12) & 0xfff00)))),
    ];
}
