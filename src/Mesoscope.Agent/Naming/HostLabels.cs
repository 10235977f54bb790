using System.Net.NetworkInformation;
using Mesoscope.Agent.Measures;
using Mesoscope.Samples.Labels;
using Label = Mesoscope.Samples.Messages.Label;

namespace Mesoscope.Agent.Naming;

/// <summary>The labels of the host, which everything on it has by being part of it.</summary>
static class HostLabels
{
    /// <summary>Makes them, sorted by name.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="hostName">The host's name.</param>
    /// <param name="mac">Hardware address of its first interface; empty when it has none.</param>
    /// <param name="tags">The tags of the agent's settings.</param>
    public static List<Label> Make(string agentId, string hostName, string mac, IEnumerable<KeyValuePair<string, string>> tags)
    {
        var labels = new List<Label>
        {
            new() { Name = LabelNames.AgentId, Value = agentId },
            new() { Name = LabelNames.HostName, Value = hostName },
        };
        if (mac.Length > 0)
        {
            labels.Add(new Label { Name = LabelNames.HostMac, Value = mac });
        }

        labels.AddRange(tags.Select(static tag => new Label { Name = LabelNames.AgentTagPrefix + tag.Key, Value = tag.Value }));
        return [.. labels.OrderBy(static label => label.Name, StringComparer.Ordinal)];
    }

    /// <summary>The host's name as the host knows it.</summary>
    public static string FindHostName(MachineFiles files)
    {
        var name = System.Text.Encoding.UTF8.GetString(files.ReadProc("sys/kernel/hostname"u8)).Trim();
        return name.Length > 0 ? name : Environment.MachineName;
    }

    /// <summary>The hardware address of the interface with the lowest index that has one: <c>02:42:ac:11:00:02</c>; empty when there is none.</summary>
    public static string FindMac()
    {
        try
        {
            var address = NetworkInterface.GetAllNetworkInterfaces()
                .Where(static i => i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .Select(static i => i.GetPhysicalAddress().GetAddressBytes())
                .FirstOrDefault(static a => a.Length == 6 && a.Any(static b => b != 0));
            return address is null ? "" : string.Join(':', address.Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        }
        catch (NetworkInformationException)
        {
            return "";
        }
    }
}
