using System.Globalization;
using System.Text.Json;
using Mesoscope.EndToEnd.Tests.Live;
using Mesoscope.EndToEnd.Tests.Servers;
using Mesoscope.EndToEnd.Tests.Service;
using static Mesoscope.EndToEnd.Tests.Service.Patience;

namespace Mesoscope.EndToEnd.Tests.Scenes;

/// <summary>Containers of a real Docker daemon: what the API tells of their names, and of how they ended.</summary>
[Collection(SharedMachine.Name)]
public sealed class DockerHappeningsTests : IDisposable
{
    const string Image = "mesoscope-sleep";

    readonly ScratchFolder _folder = new();
    readonly string _run = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();

    [DockerFact]
    public async Task Api_OfContainersOfDocker_TellsNamesLabelsAndEnds()
    {
        using var docker = new DockerDaemon();
        DockerDaemon.MakeImage(Image, DockerFactAttribute.PathOf("sleep")!, _folder);
        using var run = new ServerRun(_folder.File("server"));
        await run.StartAsync();
        using var server = await ServerApi.SignInAsync(run);
        using var agent = new AgentProcess(run, _folder, []);
        await WaitAsync("the agent", async () => (await server.GetAsync("api/v1/agents")).GetArrayLength() > 0);
        try
        {
            // One lives until it is killed; one does not know what it should do, and is over before anybody can look.
            Start("long", "1000");
            var young = DockerDaemon.Docker("run", "--net=host", "--name", Name("young"), "--label", "team=blue", Image, "nonsense");
            Assert.True(young.Status == 1, young.Error);

            var entity = default(JsonElement);
            await WaitAsync("the container that lives", async () =>
            {
                var answer = (await server.AskAsync("api/v1/entities", new { kind = "container", scope = $"container.name is {Name("long")}" })).GetProperty("entities");
                entity = answer.GetArrayLength() == 1 ? answer[0].GetProperty("labels") : default;
                return entity.ValueKind == JsonValueKind.Object;
            });
            CheckNames(entity, "long");
            var killed = DockerDaemon.Docker("kill", Name("long"));
            Assert.True(killed.Status == 0, killed.Error);

            var died = await HappeningAsync(server, "container.died", "young");
            CheckNames(died.GetProperty("labels"), "young");
            Assert.Equal("1", died.GetProperty("labels").GetProperty("exit.status").GetString());
            Assert.Contains($"{Name("young")} ended with status 1", died.GetProperty("text").GetString(), StringComparison.Ordinal);
            CheckNames((await HappeningAsync(server, "container.started", "young")).GetProperty("labels"), "young");

            died = await HappeningAsync(server, "container.died", "long");
            CheckNames(died.GetProperty("labels"), "long");
            Assert.Equal("SIGKILL", died.GetProperty("labels").GetProperty("exit.signal").GetString());
        }
        finally
        {
            DockerDaemon.Docker("rm", "--force", Name("long"), Name("young"));
            DockerDaemon.Docker("rmi", Image);
        }
    }

    void Start(string name, string argument)
    {
        var started = DockerDaemon.Docker("run", "--detach", "--net=host", "--name", Name(name), "--label", "team=blue", Image, argument);
        Assert.True(started.Status == 0, started.Error);
    }

    void CheckNames(JsonElement labels, string name)
    {
        Assert.Equal(Name(name), labels.GetProperty("container.name").GetString());
        Assert.Equal("docker", labels.GetProperty("container.type").GetString());
        Assert.StartsWith(Image, labels.GetProperty("container.image").GetString(), StringComparison.Ordinal);
        Assert.Equal("blue", labels.GetProperty("container.label.team").GetString());
    }

    async Task<JsonElement> HappeningAsync(ServerApi server, string kind, string name)
    {
        var found = default(JsonElement);
        await WaitAsync($"{kind} of {name}", async () =>
        {
            var told = await server.GetAsync($"api/v1/happenings?kinds={kind}&scope={Uri.EscapeDataString($"container.name is {Name(name)}")}");
            found = told.GetArrayLength() > 0 ? told[0] : default;
            return told.GetArrayLength() > 0;
        });
        return found;
    }

    // Other runs on this machine have containers, too.
    string Name(string name) => $"mesoscope-{name}-{_run}";
}
