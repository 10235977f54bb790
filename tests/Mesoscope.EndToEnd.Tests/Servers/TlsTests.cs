using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.Samples.Messages;

namespace Mesoscope.EndToEnd.Tests.Servers;

/// <summary>A server with a certificate, met by clients that trust the root alone.</summary>
public sealed class TlsTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Server_WithACertificate_IsTrustedAndTakesBatchesOfHttp2(bool isOneFile)
    {
        using var files = new CertificateFiles(_folder.Folder);
        using var server = new ServerRun(_folder.File("data"), isOneFile ? ["--tls-cert", files.Both] : ["--tls-cert", files.Certificate, "--tls-key", files.Key]);
        await server.StartAsync();
        Assert.Equal("https", server.Address.Scheme);
        using var client = Client(server, files.Root);
        foreach (var version in (Version[])[HttpVersion.Version11, HttpVersion.Version20])
        {
            using var health = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "healthz") { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact });
            Assert.Equal((HttpStatusCode.OK, version), (health.StatusCode, health.Version));
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var batch = new SampleBatch { AgentId = "a", Sequence = 1, SentTimeMs = now, Entities = { new EntityRecord { Number = 1, Kind = EntityKind.Host, BeginTimeMs = now } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "ingest/v1/batch")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(batch.ToByteArray()) { Headers = { ContentType = new("application/x-protobuf") } },
        };
        request.Headers.Authorization = new("Bearer", server.Key);
        using var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version));
        Assert.Equal(1u, BatchReply.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync()).AcknowledgedSequence);
    }

    [Fact]
    public async Task Server_WithACertificate_IsNotTrustedByWhoDoesNotKnowItsRoot()
    {
        using var files = new CertificateFiles(_folder.Folder);
        using var others = new CertificateFiles(Directory.CreateDirectory(_folder.File("others")).FullName);
        using var server = new ServerRun(_folder.File("data"), "--tls-cert", files.Both);
        await server.StartAsync();
        using var client = Client(server, others.Root);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("healthz"));
    }

    static HttpClient Client(ServerRun server, X509Certificate2 root)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(root);
        return new HttpClient(handler) { BaseAddress = server.Address };
    }
}
