using System.Text.Json;
using Mesoscope.Containers.Tests.Docker;

namespace Mesoscope.Containers.Tests;

public sealed class ContainerWatchTests : IDisposable
{
    const string Path = $"/containers/{FakeDocker.Id}/json";

    // Only a test that fails waits that long.
    static readonly TimeSpan s_long = TimeSpan.FromMinutes(2);

    readonly FakeDocker _docker = new();

    public static TheoryData<string, string> Nonsense => new()
    {
        { "no JSON", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello" },
        { "cut off", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Id\":" },
        { "no HTTP", "220 mail ready\r\n\r\n" },
        { "an error", "HTTP/1.1 500 x\r\nContent-Length: 2\r\n\r\n{}" },
        { "another id", "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"Id\":\"abcdef\"}" },
        { "an array", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]" },
        { "huge", "HTTP/1.1 200 OK\r\nContent-Length: 6000000\r\n\r\n\"" + new string('x', 5_999_998) + "\"" },
        { "half a character", "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"Id\":\"\\ud800\"}" },
    };

    public void Dispose() => _docker.Dispose();

    [Fact]
    public void Request_OfAContainerThatDockerKnows_BringsItsDocument()
    {
        _docker.Answer(Path, FakeDocker.Inspection());
        using var watch = new ContainerWatch(_docker.Options);
        Assert.True(watch.Request(new ContainerRequest(0, FakeDocker.Id, "cpu=/docker/" + FakeDocker.FullId)));
        var answer = Take(watch);
        Assert.True(answer.IsSuccessful);
        Assert.Equal(FakeDocker.Id, answer.Id);
        using var document = JsonDocument.Parse(answer.Json);
        var container = document.RootElement.GetProperty("container");
        Assert.Equal("web", container.GetProperty("name").GetString());
        Assert.Equal(1, container.GetProperty("lookup_state").GetInt32());
        Assert.Equal(1, watch.Counters.Found);
    }

    [Fact]
    public void Request_ASecondTime_AsksNobody()
    {
        _docker.Answer(Path, FakeDocker.Inspection());
        using var watch = new ContainerWatch(_docker.Options);
        Assert.True(watch.Request(new ContainerRequest(0, FakeDocker.Id, "")));
        Assert.False(watch.Request(new ContainerRequest(0, FakeDocker.Id, "")));
        Take(watch);
        Assert.False(watch.Request(new ContainerRequest(0, FakeDocker.Id, "")));
        Assert.Single(_docker.Asked, Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789a")]
    [InlineData("0123456789ag")]
    [InlineData("../../images")]
    public void Request_WithAnIdThatIsNone_AsksNobody(string id)
    {
        using var watch = new ContainerWatch(_docker.Options);
        Assert.False(watch.Request(new ContainerRequest(0, id, "")));
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Request_WhileDockerTalksNonsense_IsAnsweredAsFailed(string what, string answer)
    {
        _docker.AnswerBytes(Path, answer);
        using var watch = new ContainerWatch(_docker.Options);
        watch.Request(new ContainerRequest(0, FakeDocker.Id, ""));
        CheckFailed(Take(watch));
        Assert.True(watch.Counters.Nonsense == 1, what);
    }

    [Fact]
    public void Request_OfAContainerThatDockerDoesNotKnow_IsAnsweredAsFailed()
    {
        using var watch = new ContainerWatch(_docker.Options);
        watch.Request(new ContainerRequest(0, FakeDocker.Id, ""));
        CheckFailed(Take(watch));
        Assert.Equal(1, watch.Counters.NotFound);
    }

    [Fact]
    public void Request_WhileDockerIsSilent_IsAnsweredAsFailed()
    {
        _docker.BeSilent(Path);
        using var watch = new ContainerWatch(_docker.Options with { ReplyLimit = TimeSpan.FromMilliseconds(50) });
        watch.Request(new ContainerRequest(0, FakeDocker.Id, ""));
        CheckFailed(Take(watch));
        Assert.Equal(1, watch.Counters.Slow);
    }

    [Fact]
    public void Request_WithoutDocker_IsAnsweredAsFailed()
    {
        using var watch = new ContainerWatch(_docker.Options with { DockerSocket = "/nowhere/docker.sock" });
        watch.Request(new ContainerRequest(0, FakeDocker.Id, ""));
        CheckFailed(Take(watch));
        Assert.Equal(1, watch.Counters.Unreachable);
    }

    [Fact]
    public void Request_WhoseRuntimeFailsAtFirst_BringsTheDocumentLater()
    {
        _docker.Answer(Path, "{}", 500);
        using var watch = new ContainerWatch(_docker.Options with { MaxRetries = 1000 });
        watch.Request(new ContainerRequest(0, FakeDocker.Id, ""));
        CheckFailed(Take(watch));
        _docker.Answer(Path, FakeDocker.Inspection());
        Assert.True(Take(watch).IsSuccessful);
    }

    [Theory]
    [InlineData("cpu=/kubepods/besteffort/pod1/crio-" + FakeDocker.FullId, 8)]
    [InlineData("cpu=/kubepods.slice/cri-containerd-" + FakeDocker.FullId + ".scope", 7)]
    [InlineData("cpu=/kubepods/besteffort/pod1/" + FakeDocker.FullId, 6)]
    public void Request_OfAContainerOfKubernetes_TellsItsRuntime(string cgroups, int type)
    {
        using var watch = new ContainerWatch(_docker.Options);
        watch.Request(new ContainerRequest(6, FakeDocker.Id, cgroups));
        var answer = Take(watch);
        using var document = JsonDocument.Parse(answer.Json);
        Assert.Equal(type, document.RootElement.GetProperty("container").GetProperty("type").GetInt32());
        Assert.True(answer.IsSuccessful);
    }

    [Fact]
    public void Request_OfAUsersPodman_AsksAtTheUsersSocket()
    {
        var cgroups = $"cpu=/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-{FakeDocker.FullId}.scope";
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(_docker.Options.UserFolder, "1000", "podman"));
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.FullName, "podman.sock"), _docker.SocketPath);
        _docker.Answer(Path, FakeDocker.Inspection());
        using var watch = new ContainerWatch(_docker.Options with { DockerSocket = "/nowhere/docker.sock" });
        watch.Request(new ContainerRequest(11, FakeDocker.Id, cgroups));
        using var document = JsonDocument.Parse(Take(watch).Json);
        Assert.Equal(11, document.RootElement.GetProperty("container").GetProperty("type").GetInt32());
    }

    [Fact]
    public void New_WhileDockerTellsOfANewContainer_BringsItUnasked()
    {
        _docker.Answer(Path, FakeDocker.Inspection("fresh"));
        _docker.AnswerBytes("/events", "HTTP/1.1 200 OK\r\n\r\nnonsense\n{\"Type\":\"container\",\"Action\":\"create\",\"Actor\":{\"ID\":\"" + FakeDocker.FullId + "\"}}\n");
        using var watch = new ContainerWatch(_docker.Options);
        var answer = Take(watch);
        Assert.Contains("\"fresh\"", System.Text.Encoding.UTF8.GetString(answer.Json.Span), StringComparison.Ordinal);
        Assert.False(watch.Request(new ContainerRequest(0, FakeDocker.Id, "")));
        Assert.Equal(1, watch.Counters.Nonsense);
    }

    [Fact]
    public void New_WhileDockerIsBusyStartingAContainer_TellsWhatTheNewsItselfSays()
    {
        _docker.BeSilent(Path);
        _docker.AnswerBytes("/events", "HTTP/1.1 200 OK\r\n\r\n{\"Type\":\"container\",\"Action\":\"create\",\"Actor\":{\"ID\":\"" + FakeDocker.FullId
            + "\",\"Attributes\":{\"name\":\"cache\",\"image\":\"redis\"}}}\n");
        using var watch = new ContainerWatch(_docker.Options);

        var json = System.Text.Encoding.UTF8.GetString(Take(watch).Json.Span);

        Assert.Contains("\"name\":\"cache\"", json, StringComparison.Ordinal);
        Assert.Contains("\"image\":\"redis\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void TryTakeEnd_DockerTellsOfAnEnd_SaysHow()
    {
        var actor = "\"Actor\":{\"ID\":\"" + FakeDocker.FullId + "\",\"Attributes\":{\"exitCode\":\"137\"}}}\n";
        _docker.AnswerBytes(
            "/events",
            "HTTP/1.1 200 OK\r\n\r\n{\"Type\":\"container\",\"Action\":\"oom\"," + actor + "{\"Type\":\"container\",\"Action\":\"die\"," + actor
                + "{\"Type\":\"container\",\"Action\":\"die\"," + actor.Replace("137", "no number", StringComparison.Ordinal));
        using var watch = new ContainerWatch(_docker.Options);
        List<ContainerEnd> ends = [];
        for (var end = DateTime.UtcNow + s_long; ends.Count < 2 && DateTime.UtcNow < end; System.Threading.Thread.Yield())
        {
            if (watch.TryTakeEnd(out var told))
            {
                ends.Add(told);
            }
        }

        Assert.Equal([new ContainerEnd(FakeDocker.Id, 137, true), new ContainerEnd(FakeDocker.Id, null, false)], ends);
    }

    [Fact]
    public void Request_WithFullQueues_IsRefusedAndCounted()
    {
        _docker.BeSilent(Path);
        using var watch = new ContainerWatch(_docker.Options with { MaxRequests = 1 });
        for (var i = 0; i < 100; i++)
        {
            watch.Request(new ContainerRequest(0, i.ToString("x12", System.Globalization.CultureInfo.InvariantCulture), ""));
        }

        // At least one must be refused: four are worked on and one waits, if none was answered as unknown in between.
        for (var i = 100; watch.Counters.Refused == 0; i++)
        {
            watch.Request(new ContainerRequest(0, i.ToString("x12", System.Globalization.CultureInfo.InvariantCulture), ""));
        }

        Assert.True(watch.Counters.Refused > 0);
    }

    static ContainerAnswer Take(ContainerWatch watch)
    {
        Assert.True(watch.WaitForAnswer(s_long), "no answer came");
        Assert.True(watch.TryTake(out var answer));
        return answer;
    }

    static void CheckFailed(ContainerAnswer answer)
    {
        Assert.False(answer.IsSuccessful);
        using var document = JsonDocument.Parse(answer.Json);
        var container = document.RootElement.GetProperty("container");
        Assert.Equal(FakeDocker.Id, container.GetProperty("id").GetString());
        Assert.Equal(2, container.GetProperty("lookup_state").GetInt32());
    }
}
