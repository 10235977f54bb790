using System.Text;
using Mesoscope.Machine.Orchestration.Kubernetes;

namespace Mesoscope.Machine.Tests.Orchestration;

public sealed class KubernetesStateTests
{
    const string Pod = """{"kind":"Pod","type":"ADDED","items":[{"name":"web","uid":"p1","namespace":"shop","labels":{"app":"web","b":"1"},"containerStatuses":[{"containerID":"docker://0123456789abcdef"},{"containerID":"odd://x"}]}]}""";

    readonly KubernetesState _cluster = new();

    [Fact]
    public void Read_Pod_IsFoundByTheShortIdOfItsContainer()
    {
        Read(Pod);

        Assert.Equal("web", Text(_cluster.FindPod("0123456789ab"u8.ToArray())!.Name));
        Assert.Null(_cluster.FindPod("x"u8.ToArray()));
    }

    [Fact]
    public void Read_OldFormat_IsUnderstood()
    {
        Read("""{"kind":"Pod","type":"ADDED","object":{"metadata":{"name":"web","uid":"p1","namespace":"shop"},"status":{"containerStatuses":[{"containerID":"cri-o://0123456789abcdef"}]}}}""");

        Assert.NotNull(_cluster.FindPod("0123456789ab"u8.ToArray()));
    }

    [Fact]
    public void FindOwners_Services_BelongWhenAllSelectorsMatchInTheNamespace()
    {
        Read(Pod);
        Read("""
            {"kind":"Service","type":"ADDED","items":[{"name":"s1","uid":"1","namespace":"shop","selector":{"app":"web"}},
            {"name":"s2","uid":"2","namespace":"shop","selector":{"app":"web","b":"1"}},{"name":"s3","uid":"3","namespace":"shop","selector":{"app":"web","b":"2"}},
            {"name":"s4","uid":"4","namespace":"other","selector":{"app":"web"}},{"name":"s5","uid":"5","namespace":"shop"},
            {"name":"s6","uid":"6","namespace":"shop","selector":{"app":"web"}}]}
            """);

        var pod = _cluster.FindPod("0123456789ab"u8.ToArray())!;
        Assert.Equal(["s1", "s6", "s2"], _cluster.FindOwners(KubernetesKind.Service, pod).Select(s => Text(s.Name)));
    }

    [Fact]
    public void Read_Removal_ForgetsThePod()
    {
        Read(Pod);

        Read("""{"kind":"Pod","type":"DELETED","items":[{"name":"web","uid":"p1"}]}""");

        Assert.Null(_cluster.FindPod("0123456789ab"u8.ToArray()));
    }

    [Theory]
    [InlineData("nothing", 1)]
    [InlineData("{}", 1)]
    [InlineData("""{"kind":"Node","type":"ADDED","items":[]}""", 0)]
    [InlineData("""{"kind":"Pod","type":"MODIFIED","items":[{"name":"web","uid":"p2"}]}""", 0)]
    public void Read_DocumentOfNoUse_ChangesNothing(string json, int bad)
    {
        Read(Pod);

        Read(json);

        Assert.NotNull(_cluster.FindPod("0123456789ab"u8.ToArray()));
        Assert.Equal(bad, _cluster.BadEventCount);
    }

    void Read(string json) => _cluster.Read(Encoding.UTF8.GetBytes(json));

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
