using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Agent.Masters;

/// <summary>Looks for a Mesos master on this node: its process, or what answers like one on its usual port.</summary>
sealed partial class MasterFinder : IDisposable
{
    const string MasterProcess = "mesos-master";
    const int UsualPort = 5050;
    const int MaxAnswerBytes = 64 * 1024;

    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = s_limit })
    {
        Timeout = s_limit,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <summary>Where the process of a master listens, by its command line; null when none runs.</summary>
    public static ServerAddress? FindProcess(IEnumerable<ProcessEntry> processes, Func<int, string> readCommandLine)
    {
        foreach (var process in processes)
        {
            if (process.Name == MasterProcess)
            {
                var line = readCommandLine(process.Id);
                var port = PortOption().Match(line) is { Success: true } match ? match.Groups[1].Value : $"{UsualPort}";
                var host = AddressOption().Match(line) is { Success: true } address && address.Groups[1].Value != "0.0.0.0" ? address.Groups[1].Value : "127.0.0.1";
                return ServerAddress.Parse($"http://{host}:{port}");
            }
        }

        return null;
    }

    /// <summary>The master that answers on the usual port; null when none does.</summary>
    public async Task<ServerAddress?> AskAsync(CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri($"http://127.0.0.1:{UsualPort}/version"), cancel).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel).ConfigureAwait(false);
                return document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("version", out _)
                    && document.RootElement.TryGetProperty("build_date", out _)
                        ? ServerAddress.Parse($"http://127.0.0.1:{UsualPort}")
                        : null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"--port[= ](\d{1,5})\b")]
    private static partial Regex PortOption();

    [GeneratedRegex(@"--(?:ip|advertise_ip)[= ](\d+\.\d+\.\d+\.\d+)")]
    private static partial Regex AddressOption();
}
