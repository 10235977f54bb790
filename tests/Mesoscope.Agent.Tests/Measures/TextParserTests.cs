using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Agent.Measures.Host;
using Mesoscope.Agent.Measures.Processes;
using Mesoscope.Agent.Sampling;
using static Mesoscope.Agent.Tests.Machines.MachineTree;

namespace Mesoscope.Agent.Tests.Measures;

/// <summary>The kernel's texts, cut at every byte and with every byte changed: whatever comes, a number or nothing, and never a crash.</summary>
public sealed class TextParserTests
{
    const string Stat = "cpu  100 0 50 1000 10 5 5 0 0 0\ncpu0 50 0 25 500 5 3 2 0 0 0\nbtime 1700000000\n";
    const string Memory = "MemTotal:        8000000 kB\nMemAvailable:    6000000 kB\nSwapTotal:  10 kB\nSwapFree: 4 kB\n";
    const string Virtual = "pgfault 1000\npgmajfault 10\noom_kill 3\n";
    const string Load = "0.50 0.25 0.10 2/321 4567\n";
    const string Interfaces = "Inter-|   Receive\n face |bytes\n  eth0: 100 1 0 0 0 0 0 0 200 2 0 0 0 0 0 0\n    lo: 5 1 0 0 0 0 0 0 5 2 0 0 0 0 0 0\n";
    const string Process = "42 (a) (b) S 1 42 42 0 -1 4194304 11 0 12 0 13 14 0 0 20 0 3 0 555 4096000 10 18446744073709551615 1\n";
    const string Keys = "usage_usec 123\nuser_usec 100\nnr_throttled 4\n";
    const string Limits = "Limit  Soft\nMax open files            1024                 524288               files     \n";
    const string Status = "Name:\ta\nCapEff:\t000000ffffffffff\n";

    static readonly (string Text, Action<byte[]> Parse)[] s_parsers =
    [
        (Stat, static text => ProcStatText.Read(text, new HostMeasure(), new HostCounters())),
        (Memory, static text => MemoryText.Read(text, new HostMeasure(), new HostCounters())),
        (Virtual, static text => VirtualMemoryText.Read(text, new HostMeasure(), new HostCounters())),
        (Load, static text => LoadText.Read(text, new HostMeasure(), new HostCounters())),
        (Load, static text => LoadText.ReadUptime(text, new HostMeasure(), new HostCounters())),
        (Interfaces, static text => InterfaceText.TryRead(text, out _, out _)),
        (Process, static text => ProcessStat.TryRead(text, out _)),
        (Keys, static text => GroupFile.Find(text, "user_usec"u8)),
        ("50000 100000\n", static text => GroupFile.TryParse(text, out _)),
        (Limits, static text => ProcessFiles.FindLimit(text)),
        (Status, static text => MissingRights.FindRights(text)),
    ];

    public static TheoryData<int> Parsers => [.. Enumerable.Range(0, s_parsers.Length)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Read_CutAtEveryByte_DoesNotThrow(int parser)
    {
        var text = Bytes(s_parsers[parser].Text);
        for (var length = 0; length <= text.Length; length++)
        {
            s_parsers[parser].Parse(text[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Read_AnyByteChanged_DoesNotThrow(int parser)
    {
        var text = Bytes(s_parsers[parser].Text);
        foreach (var value in new byte[] { 0, 10, 32, 40, 41, 58, 45, 57, 255 })
        {
            for (var at = 0; at < text.Length; at++)
            {
                var changed = text.ToArray();
                changed[at] = value;
                s_parsers[parser].Parse(changed);
            }
        }
    }

    [Fact]
    public void TryRead_NameWithBrackets_IsTakenAsItIs()
    {
        Assert.True(ProcessStat.TryRead(Bytes(Process), out var stat));
        Assert.Equal("a) (b"u8, stat.Name);
        Assert.Equal((11, 12, 0.27, 3, 555ul), (stat.MinorFaults, stat.MajorFaults, Math.Round(stat.UsedSeconds, 6), stat.Threads, stat.StartTicks));
        Assert.Equal(10.0 * Environment.SystemPageSize, stat.ResidentBytes);
    }

    [Fact]
    public void TryRead_CutBeforeTheLastNumber_IsRefused() => Assert.False(ProcessStat.TryRead(Bytes(Process[..Process.IndexOf(" 1844", StringComparison.Ordinal)]), out _));

    [Fact]
    public void TryRead_Interfaces_LeavesOutLoopback()
    {
        Assert.True(InterfaceText.TryRead(Bytes(Interfaces), out var bytesIn, out var bytesOut));
        Assert.Equal((100, 200), (bytesIn, bytesOut));
    }

    [Fact]
    public void FindLimit_Limits_TakesTheSoftOne() => Assert.Equal(1024, ProcessFiles.FindLimit(Bytes(Limits)));

    [Theory]
    [InlineData("/docker/0123/init.scope", "0123", "/docker/0123")]
    [InlineData("/system.slice/docker-0123.scope", "0123", "/system.slice/docker-0123.scope")]
    [InlineData("/mesos/a/mesos/b", "b", "/mesos/a/mesos/b")]
    [InlineData("/mesos/a", "b", null)]
    public void OwnGroup_Path_EndsBehindTheId(string path, string id, string? expected) => Assert.Equal(expected, ContainerPlaces.OwnGroup(path, id));
}
