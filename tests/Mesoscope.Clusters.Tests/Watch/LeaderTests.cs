using Mesoscope.Clusters.Secrets;
using Mesoscope.Clusters.Tests.Servers;

namespace Mesoscope.Clusters.Tests.Watch;

public sealed class LeaderTests
{
    [Fact]
    public void Watch_OfAnOldMaster_AsksItsOldPath()
    {
        using var master = new FakeMaster("a") { IsOld = true };
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri);

        cluster.WaitFor("a");
    }

    [Fact]
    public void Watch_OfAnOldStandby_GoesToTheLeaderThatItNames()
    {
        using var leader = new FakeMaster("a") { Authorization = "Basic dTpw" };
        using var standby = new FakeMaster() { LeaderPid = leader.Pid, Authorization = "Basic dTpw" };
        using var cluster = new WatchedCluster($"http://u:p@{standby.Url.Authority}");

        cluster.WaitFor("a");
    }

    [Fact]
    public void Watch_OfANewStandby_GoesToTheLeaderThatItRedirectsTo()
    {
        using var leader = new FakeMaster("a") { Authorization = "Basic dTpw" };
        using var standby = new FakeMaster();
        standby.Break(request => request.AnswerAsync(307, "", $"Location: //{leader.Url.Authority}{(request.Path == "/master/redirect" ? "" : request.Path)}"));
        using var cluster = new WatchedCluster($"http://u:p@{standby.Url.Authority}");

        cluster.WaitFor("a");
    }

    [Fact]
    public void Watch_OfARedirectThatNoMasterAnnounced_KeepsItsCredentials()
    {
        using var portal = new FakeMaster();
        portal.Break(request => request.AnswerAsync(401, ""));
        using var master = new FakeMaster();
        master.Break(request => request.AnswerAsync(302, "", $"Location: http://{portal.Url.Authority}/login?back={request.Path}"));
        using var cluster = new WatchedCluster($"http://u:p@{master.Url.Authority}");

        cluster.WaitUntil(() => cluster.Lines.Count > 0);

        Assert.NotEmpty(portal.Requests);
        Assert.All(portal.Requests, request => Assert.Null(request.Header("Authorization")));
    }

    [Fact]
    public void Watch_WhenTheLeaderDies_GoesToTheNextMaster()
    {
        using var second = new FakeMaster("a", "b");
        var first = new FakeMaster("a");
        second.LeaderPid = first.Pid;
        using var cluster = new WatchedCluster($"{first.Url};{second.Url}");
        cluster.WaitFor("a");

        second.LeaderPid = null;
        first.Dispose();

        cluster.WaitFor("a b");
    }

    [Fact]
    public void Watch_WhenAllMastersAreGone_WaitsForOneThatLeads()
    {
        using var master = new FakeMaster("a");
        master.Break(_ => Task.CompletedTask);
        using var cluster = new WatchedCluster($"http://127.0.0.1:1;{master.Url}");
        cluster.WaitUntil(() => cluster.Lines.Count > 0);

        master.Heal();

        cluster.WaitFor("a");
    }

    [Fact]
    public void Watch_OfMastersThatNameEachOther_GivesUpAndSaysSo()
    {
        using var first = new FakeMaster("a");
        using var second = new FakeMaster("a") { LeaderPid = first.Pid };
        first.LeaderPid = second.Pid;
        using var cluster = new WatchedCluster(first.Url.AbsoluteUri);

        cluster.WaitUntil(() => cluster.Lines.Any(line => line.Contains("they do not agree", StringComparison.Ordinal)));
    }

    [Fact]
    public void Watch_WithCredentialsFromElsewhere_SendsThem()
    {
        using var master = new FakeMaster("a") { Authorization = "Basic dTpw" };
        using var cluster = new WatchedCluster(master.Url.AbsoluteUri, options => options with { MasterCredentials = new Credentials("u", new Secret("p")) });

        cluster.WaitFor("a");
    }
}
