using Mesoscope.Cli.CommandLine;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Tests.CommandLine;

public sealed class TraceOptionsReaderTests
{
    [Fact]
    public void Read_TableLimits_AreThoseOfTheMachine()
    {
        var limits = Read("-r|a|--max-threads=50|--max-fds|3|--max-containers=7").Limits;

        Assert.Equal((50, 3, 7), (limits.Threads, limits.DescriptorsPerProcess, limits.Containers));
    }

    [Fact]
    public void Read_OfATypicalLine_UnderstandsAll()
    {
        var options = Read("-r|a.scap|-r|-|-n|7|-M|3|-dRvxj|-t|D|--unbuffered|evt.type|in|(open,|close)");

        Assert.Equal(TraceAction.Run, options.Action);
        Assert.Equal(["a.scap", "-"], options.Inputs);
        Assert.Equal(7UL, options.MaxEvents);
        Assert.Equal(3, options.MaxSeconds);
        Assert.True(options.IsDisplayFilter && options.ResolvesPorts && options.IsVerbose && options.IsUnbuffered);
        Assert.Equal(BufferStyle.Hex, options.BufferStyle);
        Assert.Equal(OutputStyle.Json, options.Style);
        Assert.Equal('D', options.TimeStyle);
        Assert.Equal("evt.type in (open, close)", options.Filter);
    }

    [Fact]
    public void Read_OfAWritingLine_IsQuiet()
    {
        var options = Read("-r|a|-w|b|-z|-F|-C|10|-G|60|-e|0x10|-W|4");

        Assert.True(options.IsQuiet && options.Compresses && options.IsFatFile);
        Assert.Equal("b", options.Output);
        Assert.Equal(10, options.FileMegabytes);
        Assert.Equal(60, options.FileSeconds);
        Assert.Equal(16UL, options.FileEvents);
        Assert.Equal(4, options.FileLimit);
    }

    [Theory]
    [InlineData("-pc", DefaultFormats.Container)]
    [InlineData("-pcontainer", DefaultFormats.Container)]
    [InlineData("-p|k", DefaultFormats.Kubernetes)]
    [InlineData("--print=mesos", DefaultFormats.Mesos)]
    public void Read_OfANamedFormat_GivesItsText(string line, string expected)
    {
        var options = Read(line);

        Assert.Equal(expected, options.Format);
        Assert.False(options.IsFormatCustom);
    }

    [Fact]
    public void Read_OfAFormat_KeepsItsText()
    {
        var options = Read("-p|%evt.num\\n");

        Assert.Equal("%evt.num\\n", options.Format);
        Assert.True(options.IsFormatCustom);
    }

    [Theory]
    [InlineData("--help|--bogus", TraceAction.Help)]
    [InlineData("-l|-v", TraceAction.ListFields)]
    [InlineData("-l|--list-markdown", TraceAction.ListFieldsMarkdown)]
    [InlineData("--list-markdown|-l", TraceAction.ListFieldsMarkdown)]
    [InlineData("-L", TraceAction.ListEvents)]
    [InlineData("-pp", TraceAction.ShowFormat)]
    [InlineData("--check|evt.typ", TraceAction.Check)]
    [InlineData("evt.type=open|--explain", TraceAction.Explain)]
    [InlineData("--version", TraceAction.Version)]
    [InlineData("--libs-version", TraceAction.LibsVersion)]
    public void Read_OfAQuestion_GivesTheAction(string line, object action) => Assert.Equal(action, Read(line).Action);

    [Fact]
    public void Read_OfMesosAddressesWithABlank_TakesBoth() =>
        Assert.Equal("evt.num=1", Read("-m|http://a:5050,|http://b:8080|-r|x|evt.num=1").Filter);

    [Fact]
    public void Read_OfALiveLine_UnderstandsItsOptions()
    {
        var options = Read("-s|200|--buffer-size=32|--page-faults|--own-events|--hold|0|--modern-bpf|-B|proc.name=sh|--|sh|-c|echo hi");

        Assert.True(options is { IsLive: true, Filter: "proc.name=sh", Live: { PayloadBytes: 200, BufferMebibytes: 32, HoldMilliseconds: 0 } });
        Assert.True(options.Live is { CapturesPageFaults: true, CapturesOwnEvents: true });
        Assert.Equal(["sh", "-c", "echo hi"], options.Live.Command);
    }

    [Fact]
    public void Read_OfWordsBehindDashesWithAFile_TakesThemAsFilter()
    {
        var options = Read("-r|x|--|proc.name=sh");

        Assert.Equal("proc.name=sh", options.Filter);
        Assert.Empty(options.Live.Command);
    }

    [Fact]
    public void Read_OfExplain_ReadsTheFilterToo() => Assert.Equal("evt.type=open", Read("--explain|evt.type=open").Filter);

    [Fact]
    public void Read_OfOptionsThatOnlyMatterLive_AcceptsThem() =>
        Assert.Equal(["x"], Read("-r|x|-B|-T|-u|-s|200|-k|http://a|-K|c:k|--node-name=n|--cri|s|--cri-timeout=5|--page-faults|--large-environment").Inputs);

    [Theory]
    [InlineData("-s|-1", "'-s'")]
    [InlineData("-n|0", "'-n'")]
    [InlineData("-n|5x", "'5x'")]
    [InlineData("-n|99999999999999999999", "'-n'")]
    [InlineData("-M|0", "'-M'")]
    [InlineData("-C|-3", "'-C'")]
    [InlineData("-W|", "'-W'")]
    [InlineData("-t|hh", "'hh'")]
    [InlineData("-x|-A", "only one of")]
    [InlineData("-c|topprocs_cpu", "topprocs_cpu")]
    [InlineData("--buffer-size|2000", "'2000'")]
    [InlineData("--hold|-1", "'--hold'")]
    [InlineData("-H|dummy", "plugins")]
    [InlineData("--filter-proclist", "filter")]
    public void Read_OfABadValue_SaysWhatWasSeen(string line, string expected) =>
        Assert.Contains(expected, Assert.Throws<UsageException>(() => Read(line)).Message, StringComparison.Ordinal);

    static TraceOptions Read(string line) => TraceOptionsReader.Read(line.Split('|'));
}
