using Mesoscope.Agent.Config;

namespace Mesoscope.Agent.Tests.Config;

public sealed class AgentSettingsTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();
    readonly Dictionary<string, string> _environment = new() { ["MESOSCOPE_SERVER"] = "http://s:1", ["MESOSCOPE_ACCESS_KEY"] = "secret-key" };

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_SameSettingInAllPlaces_OptionGoesBeforeEnvironmentBeforeFile()
    {
        var text = "data: /file\nhost_name: file\ntags: { a: file }\n";
        _environment["MESOSCOPE_HOST_NAME"] = "environment";
        _environment["MESOSCOPE_DATA"] = "/environment";
        var options = Read(text, KeyValuePair.Create("data", "/option"));
        Assert.Equal(("/option", "environment", "file"), (options.DataFolder, options.HostName, options.Tags["a"]));
    }

    [Fact]
    public void Read_NamesOfOlderAgents_AreUnderstood()
    {
        _environment.Clear();
        _environment["ACCESS_KEY"] = "old-key";
        _environment["COLLECTOR"] = "collector.example.com";
        _environment["COLLECTOR_PORT"] = "6666";
        _environment["CHECK_CERTIFICATE"] = "false";
        _environment["TAGS"] = "env:prod,rack:7";
        _environment["ADDITIONAL_CONF"] = "processes: { top: 9 }";
        var options = Read("");
        Assert.Equal(new Uri("https://collector.example.com:6666"), options.Server);
        Assert.Equal(("old-key", true, "7", 9), (options.AccessKey.Reveal(), options.Tls.IsInsecure, options.Tags["rack"], options.TopProcesses));
    }

    [Theory]
    [InlineData("serverr: x", "line 1: there is no setting 'serverr'; the nearest is 'server'")]
    [InlineData("data: /d\nlimits:\n  container: 7", "line 3: there is no setting 'limits.container'; the nearest is 'limits.containers'")]
    [InlineData("limits:\n  containers: many", "line 2: limits.containers is a whole number from 1 to 100000; seen 'many'")]
    [InlineData("limits:\n  containers: 0", "line 2: limits.containers is a whole number from 1 to 100000; seen '0'")]
    [InlineData("tls:\n  insecure: perhaps", "line 2: tls.insecure is true or false; seen 'perhaps'")]
    [InlineData("data: [a]", "line 1: data takes one value")]
    [InlineData("data: {a: b", "line 2: no YAML")]
    [InlineData("just words", "line 1: expected lines 'name: value'")]
    [InlineData("tags: prod", "line 1: tags has parts 'name:value'; seen 'prod'")]
    [InlineData("mesos:\n  masters: [\"ftp://x\"]", "line 2: ")]
    public void Read_WrongFile_SaysWhereAndWhat(string text, string expected)
    {
        var failed = Assert.Throws<SettingsException>(() => Read(text));
        Assert.StartsWith($"{_file}, {expected}", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MESOSCOPE_SERVER", "", "no server is set")]
    [InlineData("MESOSCOPE_SERVER", "example.com", "environment variable MESOSCOPE_SERVER: the server is an address")]
    [InlineData("MESOSCOPE_SERVER", "http://u:p@example.com", "environment variable MESOSCOPE_SERVER: the server is an address")]
    [InlineData("MESOSCOPE_ACCESS_KEY", "", "no access key is set")]
    [InlineData("MESOSCOPE_ACCESS_KEY", "two words", "environment variable MESOSCOPE_ACCESS_KEY: holds no access key")]
    public void Read_WrongEnvironment_SaysWhereAndWhat(string name, string value, string expected)
    {
        _environment[name] = value;
        Assert.StartsWith(expected, Assert.Throws<SettingsException>(() => Read("")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhateverIsWrong_NeverShowsTheKey()
    {
        _environment["MESOSCOPE_ACCESS_KEY"] = "hidden secret";
        Assert.DoesNotContain("hidden", Assert.Throws<SettingsException>(() => Read("")).Message, StringComparison.Ordinal);
        _environment["MESOSCOPE_ACCESS_KEY"] = "hidden";
        Assert.DoesNotContain("hidden", Read("").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutAtEveryByte_ReadsOrRefuses()
    {
        const string Text = "data: /d\nlimits:\n  containers: 5\ntags:\n  a: b\nmesos:\n  masters: [\"http://a:5050\"]\n";
        for (var length = 0; length <= Text.Length; length++)
        {
            try
            {
                Read(Text[..length]);
            }
            catch (SettingsException)
            {
                // The other way out.
            }
        }
    }

    [Fact]
    public void Read_KeyFile_TakesItsFirstLine()
    {
        _environment.Remove("MESOSCOPE_ACCESS_KEY");
        var keyFile = Path.GetTempFileName();
        File.WriteAllText(keyFile, "  the-key  \nsomething else\n");
        Assert.Equal("the-key", Read("", KeyValuePair.Create("access-key-file", keyFile)).AccessKey.Reveal());
        File.Delete(keyFile);
    }

    AgentOptions Read(string text, params KeyValuePair<string, string>[] options)
    {
        File.WriteAllText(_file, text);
        return AgentSettings.Read([.. options, new("config", _file)], _environment.GetValueOrDefault);
    }
}
