using System.Globalization;
using System.Net;
using System.Text.Json;
using Google.Protobuf;

namespace Mesoscope.Clusters.ZooKeeper;

/// <summary>Reads a master's node: JSON since Mesos 0.24 (<c>json.info_…</c>), before that a protobuf message (<c>info_…</c>).</summary>
static class ElectedMasterReader
{
    // Numbers of the fields of the messages MasterInfo and Address in mesos.proto.
    const int IpField = 2;
    const int PortField = 3;
    const int PidField = 4;
    const int HostNameField = 5;
    const int AddressField = 7;
    const int AddressHostNameField = 1;
    const int AddressIpField = 2;
    const int AddressPortField = 3;

    /// <summary>Reads a node.</summary>
    /// <param name="name">The node's name, which says how its data are written.</param>
    /// <param name="data">Its data.</param>
    /// <returns>Null when it holds no address.</returns>
    public static ElectedMaster? Read(string name, byte[] data)
    {
        var parts = new Parts();
        try
        {
            if (name.StartsWith(MasterNodes.JsonPrefix, StringComparison.Ordinal))
            {
                using var document = JsonDocument.Parse(data);
                ReadJson(document.RootElement, parts);
            }
            else
            {
                ReadMessage(new CodedInputStream(data), parts);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidProtocolBufferException)
        {
            return null;
        }

        return parts.ToMaster();
    }

    static void ReadJson(JsonElement root, Parts parts)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        parts.HostName = Text(root, "hostname");
        parts.Pid = Text(root, "pid");
        parts.PackedIp = (uint)Number(root, "ip", uint.MaxValue);
        parts.Port = (int)Number(root, "port", ushort.MaxValue);
        if (root.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.Object)
        {
            parts.Ip = Text(address, "ip");
            parts.AddressHostName = Text(address, "hostname");
            parts.AddressPort = (int)Number(address, "port", ushort.MaxValue);
        }
    }

    static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static long Number(JsonElement parent, string name, long most) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 && number <= most
            ? number
            : 0;

    static void ReadMessage(CodedInputStream input, Parts parts)
    {
        while (input.ReadTag() is var tag && tag != 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag))
            {
                case (IpField, WireFormat.WireType.Varint): parts.PackedIp = input.ReadUInt32(); break;
                case (PortField, WireFormat.WireType.Varint): parts.Port = input.ReadInt32(); break;
                case (PidField, WireFormat.WireType.LengthDelimited): parts.Pid = input.ReadString(); break;
                case (HostNameField, WireFormat.WireType.LengthDelimited): parts.HostName = input.ReadString(); break;
                case (AddressField, WireFormat.WireType.LengthDelimited): ReadAddress(input.ReadBytes().CreateCodedInput(), parts); break;
                default: input.SkipLastField(); break;
            }
        }
    }

    static void ReadAddress(CodedInputStream input, Parts parts)
    {
        while (input.ReadTag() is var tag && tag != 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag))
            {
                case (AddressHostNameField, WireFormat.WireType.LengthDelimited): parts.AddressHostName = input.ReadString(); break;
                case (AddressIpField, WireFormat.WireType.LengthDelimited): parts.Ip = input.ReadString(); break;
                case (AddressPortField, WireFormat.WireType.Varint): parts.AddressPort = input.ReadInt32(); break;
                default: input.SkipLastField(); break;
            }
        }
    }

    /// <summary>The same facts, as different versions write them.</summary>
    sealed class Parts
    {
        public string Ip = "";
        public string AddressHostName = "";
        public string HostName = "";
        public string Pid = "";
        public uint PackedIp;
        public int Port;
        public int AddressPort;

        /// <summary>The newest place wins: <c>address</c>, then <c>pid</c> (<c>master@10.0.0.5:5050</c>), then the packed number.</summary>
        public ElectedMaster? ToMaster()
        {
            var colon = Pid.LastIndexOf(':');
            var at = Pid.IndexOf('@', StringComparison.Ordinal);
            var pidIp = at >= 0 && colon > at ? Pid[(at + 1)..colon] : "";
            _ = int.TryParse(Pid.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var pidPort);
            var ip = First(Ip, pidIp, PackedIp == 0 ? "" : new IPAddress(PackedIp).ToString());
            var name = First(AddressHostName, HostName, ip);
            var port = AddressPort > 0 ? AddressPort : pidPort > 0 ? pidPort : Port;
            var host = First(ip, name);
            return host.Length > 0 && port is > 0 and <= ushort.MaxValue ? new ElectedMaster(host, name, port) : null;
        }

        static string First(params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
            {
                if (text.Length > 0)
                {
                    return text;
                }
            }

            return "";
        }
    }
}
