using Mesoscope.Agent.Config;
using Mesoscope.Testing;

namespace Mesoscope.Agent.Tests.Config;

public sealed class ExampleFileTests
{
    static readonly string s_text = File.ReadAllText(RepositoryFolder.PathOf("docs", "agent.yaml"));

    [Fact]
    public void Example_WithItsExamplesSwitchedOn_HasEverySetting()
    {
        var settings = new Settings();
        SettingsFile.Read(settings, s_text.Replace("#: ", "", StringComparison.Ordinal), "agent.yaml");
        Assert.All(SettingTable.All, info => Assert.True(settings.Has(info.Key), info.Key));
    }

    [Fact]
    public void Example_AsItIs_ChangesNothing()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, s_text);
        KeyValuePair<string, string>[] options = [new("server", "http://s:1"), new("access-key", "k"), new("config", file)];
        var with = AgentSettings.Read(options, static _ => null);
        var without = AgentSettings.Read(options[..2], static _ => null);
        File.Delete(file);
        Assert.Equal(Text(without), Text(with));
    }

    // Records print all their members, lists apart.
    static string Text(AgentOptions options) =>
        (options with { Labels = new(), Runtimes = null, Tags = new Dictionary<string, string>(), Cluster = null!, Tls = null! }).ToString()
        + options.Labels with { Skip = [] } + string.Join(',', options.Labels.Skip) + options.Runtimes + options.Cluster.Interval + options.Cluster.FollowsLeader;
}
