using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mesoscope.DemoCluster.Tests.Access;

public sealed class ProtectedClusterTests
{
    [Fact]
    public async Task BasicAccess_WithAndWithoutThePassword_OpensAndRefuses()
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { User = "ada", Password = "p:w" });
        using var without = await DemoClient.Http.GetAsync(new Uri(cluster.LeaderAddress!, "/state"));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.LeaderAddress!, "/state"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:p:w")));
        using var with = await DemoClient.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("elsewhere.example", false)]
    public async Task Tls_WithTheCertificateAsAuthority_FitsTheHostOrNot(string host, bool fits)
    {
        await using var cluster = await DemoClusterHost.StartAsync(new DemoClusterOptions { Masters = 1, Tls = true, TlsHost = host });
        using var authority = X509Certificate2.CreateFromPem(cluster.CertificatePem);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck };
        using var http = new HttpClient(handler);
        Assert.Equal("https", cluster.LeaderAddress!.Scheme);
        var get = () => http.GetStringAsync(new Uri(cluster.LeaderAddress, "/version"));
        if (fits)
        {
            Assert.Contains("1.11.0", await get());
        }
        else
        {
            await Assert.ThrowsAsync<HttpRequestException>(get);
        }
    }
}
