using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Agent.Masters;

/// <summary>
/// Looks for a Mesos master from this node: its process, what answers like one on its usual port, or the master of what answers like a Marathon
/// on the usual port of that.
/// </summary>
/// <param name="masterPort">Where a master is asked, 5050 by default.</param>
/// <param name="marathonPort">Where a Marathon is asked, 8080 by default.</param>
sealed partial class MasterFinder(int masterPort = MasterFinder.UsualMasterPort, int marathonPort = MasterFinder.UsualMarathonPort) : IDisposable
{
    const string MasterProcess = "mesos-master";
    const int UsualMasterPort = 5050;
    const int UsualMarathonPort = 8080;
    const int MaxAnswerBytes = 64 * 1024;

    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = s_limit })
    {
        Timeout = s_limit,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <summary>Where the process of a master listens, by its command line; null when none runs.</summary>
    public static FoundMaster? FindProcess(IEnumerable<ProcessEntry> processes, Func<int, string> readCommandLine)
    {
        foreach (var process in processes)
        {
            if (process.Name == MasterProcess)
            {
                var line = readCommandLine(process.Id);
                var port = PortOption().Match(line) is { Success: true } match ? match.Groups[1].Value : $"{UsualMasterPort}";
                var host = AddressOption().Match(line) is { Success: true } address && address.Groups[1].Value != "0.0.0.0" ? address.Groups[1].Value : "127.0.0.1";
                return OnThisNode($"http://{host}:{port}");
            }
        }

        return null;
    }

    /// <summary>The master that answers on the usual port, or that a Marathon names which does; null when neither does.</summary>
    public async Task<FoundMaster?> AskAsync(CancellationToken cancel) =>
        await ReadAsync(masterPort, "version", FindMaster, cancel).ConfigureAwait(false)
        ?? await ReadAsync(marathonPort, "v2/info", FindMasterOfMarathon, cancel).ConfigureAwait(false);

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _http.Dispose();

    async Task<FoundMaster?> ReadAsync(int port, string path, Func<JsonElement, FoundMaster?> find, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/{path}"), cancel).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel).ConfigureAwait(false);
                return document.RootElement.ValueKind == JsonValueKind.Object ? find(document.RootElement) : null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or AddressException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    FoundMaster? FindMaster(JsonElement version) =>
        version.TryGetProperty("version", out _) && version.TryGetProperty("build_date", out _) ? OnThisNode($"http://127.0.0.1:{masterPort}") : null;

    // The option --master as the Marathon was given it: zk://h1,h2/mesos, or a host and port.
    FoundMaster? FindMasterOfMarathon(JsonElement info)
    {
        if (!info.TryGetProperty("frameworkId", out _)
            || !info.TryGetProperty("marathon_config", out var config)
            || config.ValueKind != JsonValueKind.Object
            || !config.TryGetProperty("master", out var master)
            || master is not { ValueKind: JsonValueKind.String })
        {
            return null;
        }

        var text = master.GetString()!.Trim();
        var addresses = new ClusterAddresses();
        addresses.AddMaster(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text);
        return new FoundMaster(addresses, $"the Mesos master of the Marathon on port {marathonPort} of this node, {Name(addresses)}", IsAnnounced: true);
    }

    static FoundMaster OnThisNode(string url)
    {
        var addresses = new ClusterAddresses();
        addresses.AddMaster(url);
        return new FoundMaster(addresses, $"the Mesos master on this node, {Name(addresses)}", IsAnnounced: false);
    }

    static string Name(ClusterAddresses addresses) => addresses.ZooKeeper?.ToString() ?? addresses.Masters[0].ToString();

    [GeneratedRegex(@"--port[= ](\d{1,5})\b")]
    private static partial Regex PortOption();

    [GeneratedRegex(@"--(?:ip|advertise_ip)[= ](\d+\.\d+\.\d+\.\d+)")]
    private static partial Regex AddressOption();
}
