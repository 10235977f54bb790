using System.Text;
using Mesoscope.Kernel.Scan.Processes;

namespace Mesoscope.Kernel.Tests.Scan.Processes;

public sealed class ProcessTextTests
{
    static readonly byte[] s_status = Encoding.UTF8.GetBytes("Name:\ta\nTgid:\t9\nPPid:\t1\nUid:\t1\t2\t3\t4\nGroups:\t7 8\nNSpid:\t9\t1\nVmSize:\t 4 kB\nCapEff:\t00000000000000ff\n");
    static readonly byte[] s_stat = Encoding.UTF8.GetBytes("9 (a) b) S 1 9 9 0 -1 4194304 11 0 22 0 1 2 0 0 20 0 1 0 1000 4096000 100\n");

    [Fact]
    public void Read_OfTextsCutAtEveryByte_EndsWell()
    {
        for (var length = 0; length <= s_stat.Length; length++)
        {
            var facts = new ThreadFacts();
            facts.Begin(9);
            StatText.Read(s_stat.AsSpan(0, length), facts);
            StatusText.Read(s_status.AsSpan(0, Math.Min(length, s_status.Length)), facts);
            CommandLineText.Read(s_stat.AsSpan(0, length), facts.Entry);
            Assert.Equal(9, facts.Entry.Tid);
        }
    }

    [Fact]
    public void Read_OfChangedTexts_EndsWell()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var facts = new ThreadFacts();
            facts.Begin(9);
            StatText.Read(Changed(s_stat, random), facts);
            StatusText.Read(Changed(s_status, random), facts);
            Assert.Equal(9, facts.Entry.Tid);
        }
    }

    [Fact]
    public void Read_OfANameWithParentheses_TakesAllOfIt()
    {
        var facts = new ThreadFacts();
        facts.Begin(9);
        Assert.True(StatText.Read(s_stat, facts));
        Assert.Equal("a) b", Encoding.UTF8.GetString(facts.Entry.Comm));
        Assert.Equal(1000UL, facts.StartTicks);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("/bin/a\0-b\0c d\0", "/bin/a", "-b\0c d\0")]
    [InlineData("nginx: worker process", "nginx: worker process", "")]
    [InlineData("a\0b", "a", "b\0")]
    [InlineData("\0x\0", "", "x\0")]
    public void Read_OfACommandLine_TakesItApart(string text, string exe, string arguments)
    {
        var facts = new ThreadFacts();
        CommandLineText.Read(Encoding.UTF8.GetBytes(text), facts.Entry);
        Assert.Equal((exe, arguments), (Encoding.UTF8.GetString(facts.Entry.Exe), Encoding.UTF8.GetString(facts.Entry.Arguments)));
    }

    static byte[] Changed(byte[] text, Random random)
    {
        var changed = (byte[])text.Clone();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }
}
