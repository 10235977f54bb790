using Mesoscope.Cli.CommandLine;

namespace Mesoscope.Cli.Tests.CommandLine;

public sealed class ClusterSettingsReaderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("mesoscope-settings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_OfALineWithEverything_UnderstandsAll()
    {
        var file = Write("us:er:pa ss\nmore\n");
        var settings = Read(
            $"-m|http://a:5050,|http://b:8080|-m|http://c:5050|--marathon=https://d|--mesos-credentials={file}|--marathon-credentials|{file}|--mesos-poll=30|--mesos-strict|--mesos-insecure");
        var options = settings.ToWatchOptions();

        Assert.Equal("http://a:5050/ http://c:5050/", string.Join(' ', options.Addresses.Masters));
        Assert.Equal("http://b:8080/ https://d/", string.Join(' ', options.Addresses.Marathons));
        Assert.Equal(("us", "er:pa ss"), (options.MasterCredentials!.User, options.MasterCredentials.Password.Reveal()));
        Assert.Equal("us", options.MarathonCredentials!.User);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Interval);
        Assert.True(options.Names.StrictStates && options.Tls.IsInsecure && options.UsesTlsBehindZooKeeper);
    }

    [Fact]
    public void Read_OfAServiceAccount_TakesItsKey()
    {
        var file = Write("""{"scheme":"RS256","uid":"svc","private_key":"-----BEGIN...","login_endpoint":"https://leader.mesos/acs/api/v1/auth/login"}""");
        var account = Read($"-m|https://dcos/mesos|--dcos-credentials={file}").Dcos!.Account!;

        Assert.Equal(("svc", "-----BEGIN...", "https://leader.mesos/acs/api/v1/auth/login"), (account.User, account.PrivateKey.Reveal(), account.LoginUrl!.AbsoluteUri));
    }

    [Theory]
    [InlineData("--mesos-poll=0", "from 1 to 3600; seen '0'")]
    [InlineData("--mesos-poll=3601", "seen '3601'")]
    [InlineData("--mesos-credentials=/nowhere/at/all", "--mesos-credentials")]
    [InlineData("--mesos-ca=/nowhere/at/all", "--mesos-ca")]
    [InlineData("-m|a:5050", "'a:5050' is no address")]
    [InlineData("--marathon=ftp://geheim@x", "is no address of a server")]
    public void Read_OfWhatCannotBeUsed_SaysWhatIsExpected(string line, string expected)
    {
        var error = Assert.Throws<UsageException>(() => Read(line));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mesos-credentials", "geheim")]
    [InlineData("--mesos-credentials", "{\"uid\":\"geheim\",\"private_key\":\"geheim\"}")]
    [InlineData("--dcos-credentials", "{\"geheim\":")]
    public void Read_OfAFileWithoutCredentials_QuotesNothingOfIt(string option, string content)
    {
        var error = Assert.Throws<UsageException>(() => Read($"{option}={Write(content)}"));

        Assert.Contains("holds no credentials", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "SYSDIG_MESOS_API=http://s:1", true, "http://s:1/")]
    [InlineData("", "SYSDIG_MESOS_API=http://s:1 MESOSCOPE_MESOS_API=http://o:1;http://p:1,http://q:1", true, "http://o:1/ http://p:1/")]
    [InlineData("", "SYSDIG_MESOS_API=http://s:1", false, "")]
    [InlineData("http://m:1", "SYSDIG_MESOS_API=http://s:1", true, "http://m:1/")]
    [InlineData("", "", true, "")]
    public void ApplyEnvironment_WithVariables_FillsOnlyWhatTheLineLeftOpen(string master, string variables, bool isLive, string expected)
    {
        var settings = new ClusterSettings();
        settings.Addresses.AddArgument(master);

        ClusterSettingsReader.ApplyEnvironment(settings, isLive, Variable(variables));

        Assert.Equal(expected, string.Join(' ', settings.Addresses.Masters));
    }

    [Fact]
    public void ApplyEnvironment_WithCredentials_TakesThem()
    {
        var settings = new ClusterSettings();
        settings.Addresses.AddArgument("http://m:1");

        ClusterSettingsReader.ApplyEnvironment(
            settings, true, Variable("MESOSCOPE_MESOS_CREDENTIALS=a:b MESOSCOPE_MARATHON_CREDENTIALS=c:d MESOSCOPE_DCOS_CREDENTIALS=e:f"));

        Assert.Equal("b d f", $"{settings.Master!.Password.Reveal()} {settings.Marathon!.Password.Reveal()} {settings.Dcos!.Credentials!.Password.Reveal()}");
    }

    [Fact]
    public void ApplyEnvironment_WithTwoKindsOfTrust_IsRefused()
    {
        var settings = new ClusterSettings { IsInsecure = true, Authorities = [] };

        Assert.Throws<UsageException>(() => ClusterSettingsReader.ApplyEnvironment(settings, true, _ => null));
    }

    [Theory]
    [InlineData("--mesos=http://a:1", "mesos-api")]
    [InlineData("--list-m", "list-markdown")]
    [InlineData("--mesos-st", "mesos-strict")]
    public void TryNext_OfACutName_PrefersTheOptionThatSysdigHas(string word, string expected)
    {
        var reader = new OptionReader(OptionTable.Rows, [word]);

        Assert.True(reader.TryNext(out var option, out _));
        Assert.Equal(expected, option.Long);
    }

    static Func<string, string?> Variable(string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        return values.GetValueOrDefault;
    }

    static ClusterSettings Read(string line) => TraceOptionsReader.Read(line.Split('|')).Cluster;

    string Write(string content)
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, content);
        return path;
    }
}
