using Mesoscope.DemoCluster.CommandLine;

namespace Mesoscope.DemoCluster.Tests.CommandLine;

public sealed class DemoClusterWordsTests
{
    [Fact]
    public void Read_WithEveryOption_TakesThem()
    {
        var settings = DemoClusterWords.Read([
            "--masters", "1", "--marathons=0", "--agents", "20", "--apps", "7", "--batch", "2", "--batch-tasks", "3", "--batch-labels", "4", "--seed", "9",
            "--port", "0", "--scene", "article", "--mesos-version", "0.24.1", "--run", "--user", "a:b:c", "--tls", "ca.pem",
        ], static _ => "not:looked at");
        var expected = new DemoClusterOptions
        {
            Masters = 1, Marathons = 0, Agents = 20, Apps = 7, BatchFrameworks = 2, TasksPerBatchFramework = 3, LabelsPerBatchTask = 4, Seed = 9,
            Port = 0, Scene = DemoScene.Article, MesosVersion = new(0, 24, 1), Run = true, User = "a", Password = "b:c", Tls = true,
        };
        Assert.Equal(expected, settings.Options);
        Assert.Equal("ca.pem", settings.CertificateFile);
    }

    [Theory]
    [InlineData("--masters", "--masters needs a value")]
    [InlineData("--masters=10", "--masters 10: expected a number from 1 to 9")]
    [InlineData("--agents=-1", "--agents -1: expected a number from 1 to 1000000")]
    [InlineData("--user=ada", "--user: expected NAME:WORD")]
    [InlineData("--user=:word", "--user: expected NAME:WORD")]
    [InlineData("--user-file=/dev/null", "--user-file /dev/null: expected NAME:WORD")]
    [InlineData("--mesos-version=new", "--mesos-version new: expected a version such as 1.7.0")]
    [InlineData("--scene=play", "--scene play: expected cluster or article")]
    [InlineData("--odd", "unknown option '--odd'; 'mesoscope demo-cluster --help' lists them")]
    public void Read_WithWrongWords_SaysWhatIsExpected(string word, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => DemoClusterWords.Read([word], static _ => null)).Message);

    [Fact]
    public void Read_OfAUserInAFile_TakesItsFirstLine()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "ada:love:lace\nmore\n");

        var options = DemoClusterWords.Read(["--user-file", path], static _ => null).Options!;

        File.Delete(path);
        Assert.Equal(("ada", "love:lace"), (options.User, options.Password));
    }

    [Theory]
    [InlineData("ada:love", "ada", "love")]
    [InlineData("", null, null)]
    public void Read_WithoutAUser_TakesTheVariables(string value, string? user, string? password)
    {
        var options = DemoClusterWords.Read([], name => name == "MESOSCOPE_DEMO_USER" ? value : null).Options!;

        Assert.Equal((user, password), (options.User, options.Password));
    }

    [Fact]
    public void Run_OnATakenPort_SaysSoAndFails()
    {
        using var cluster = DemoClusterHost.Start(new DemoClusterOptions { Masters = 1, Marathons = 0, Agents = 1 });
        using var output = new StringWriter();
        using var error = new StringWriter();
        var port = cluster.MasterAddresses[0].Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, DemoClusterCommand.Run(["--port", port, "--masters", "1"], null, output, error));
        Assert.StartsWith("mesoscope: demo-cluster: ", error.ToString());
        Assert.Contains(port, error.ToString());
    }
}
