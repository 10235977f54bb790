using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mesoscope.Clusters.Clients;
using Mesoscope.Clusters.Secrets;
using Mesoscope.DemoCluster;

namespace Mesoscope.Clusters.Tests.Watch;

// Ways in: passwords, DC/OS' router and its logins, TLS.
public sealed class DemoAccessTests
{
    [Fact]
    public void Watch_WithAPassword_BringsItFromTheStandbyToTheLeader()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { User = "us:er", Password = "p@ss" });
        var standby = demo.MasterAddresses.First(master => master != demo.LeaderAddress);
        using var cluster = new WatchedCluster($"http://{standby.Authority}", options => options with
        {
            MasterCredentials = new Credentials("us:er", new Secret("p@ss")),
            MarathonCredentials = new Credentials("us:er", new Secret("p@ss")),
        });

        cluster.WaitUntil(() => cluster.Names.Tasks.Count > 0 && cluster.Names.Apps.Count > 0);
    }

    [Fact]
    public void Watch_WithAWrongPassword_SaysSoWithoutIt()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1, User = "user", Password = "right" });
        using var cluster = new WatchedCluster($"http://user:geheim@{demo.MasterAddresses[0].Authority}");

        cluster.WaitUntil(() => cluster.Lines.Count > 0);

        Assert.Contains("the credentials are not accepted", cluster.Lines.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", cluster.Lines.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ThroughTheRouter_LogsInAndFindsMarathonsByTheirService()
    {
        using var demo = DemoClusterHost.Start();
        using var cluster = Routed(demo, new Login(new Credentials("demo", new Secret("demo")), null));
        cluster.WaitUntil(() => Frameworks(cluster) == "marathon marathon-user");

        await demo.CommandAsync("expire-tokens");
        await demo.CommandAsync("fail-over");
        await demo.CommandAsync("deploy?app=/late/app");

        cluster.WaitUntil(() => cluster.Names.Apps.Any(app => Encoding.UTF8.GetString(app.Id) == "/late/app"));
    }

    [Fact]
    public void Watch_AsAServiceAccount_LogsIn()
    {
        using var key = RSA.Create(2048);
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { DcosServiceAccountKeyPem = key.ExportSubjectPublicKeyInfoPem() });
        using var cluster = Routed(demo, new Login(null, new ServiceAccount("watcher", new Secret(key.ExportPkcs8PrivateKeyPem()))));

        cluster.WaitUntil(() => cluster.Names.Apps.Count > 0);
    }

    [Fact]
    public void Watch_WithTheClustersAuthority_TrustsItsCertificates()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Tls = true });
        using var cluster = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri, options => options with { Tls = Trusting(demo) });

        cluster.WaitUntil(() => cluster.Names.Tasks.Count > 0 && cluster.Names.Apps.Count > 0);
    }

    [Fact]
    public void Watch_OfAnUnknownAuthority_DoesNotSpeak()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Tls = true, Masters = 1 });
        using var cluster = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri);

        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("--mesos-ca", StringComparison.Ordinal)));
    }

    [Fact]
    public void Watch_OfACertificateForAnotherHost_SpeaksOnlyWhenToldToTrustAnybody()
    {
        using var demo = DemoClusterHost.Start(new DemoClusterOptions { Tls = true, TlsHost = "other.example", Masters = 1 });
        using var verified = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri, options => options with { Tls = Trusting(demo) });
        using var careless = new WatchedCluster(demo.MasterAddresses[0].AbsoluteUri, options => options with { Tls = new TlsOptions { IsInsecure = true } });

        verified.WaitUntil(() => verified.Lines.Any(line => line.Contains("no trusted connection", StringComparison.Ordinal)));
        careless.WaitUntil(() => careless.Names.Tasks.Count > 0);
        Assert.Empty(verified.Names.Tasks);
    }

    static WatchedCluster Routed(DemoClusterHost demo, Login login) =>
        new($"{demo.RouterAddress}mesos", options => options with { DcosLogin = login });

    static TlsOptions Trusting(DemoClusterHost demo)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(demo.CertificatePem);
        return new TlsOptions { Authorities = authorities };
    }

    static string Frameworks(WatchedCluster cluster) => string.Join(' ', cluster.Names.Apps
        .Select(app => cluster.Names.FindFramework(app.FrameworkId) is { } framework ? Encoding.UTF8.GetString(framework.Name) : "?")
        .Distinct().Order(StringComparer.Ordinal));
}
