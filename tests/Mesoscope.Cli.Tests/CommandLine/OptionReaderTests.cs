using Mesoscope.Cli.CommandLine;

namespace Mesoscope.Cli.Tests.CommandLine;

public sealed class OptionReaderTests
{
    [Theory]
    [InlineData("-q", "Quiet")]
    [InlineData("-qn5", "Quiet EventCount=5")]
    [InlineData("-qn 5", "Quiet EventCount= 5")]
    [InlineData("-n|5", "EventCount=5")]
    [InlineData("-lv", "ListFields Verbose")]
    [InlineData("-cl", "Chisel=l")]
    [InlineData("-pc", "Format=c")]
    [InlineData("-B", "Bpf")]
    [InlineData("-B|probe.o", "Bpf", "probe.o")]
    [InlineData("-Bprobe.o", "Bpf=probe.o")]
    [InlineData("--numevents=5", "EventCount=5")]
    [InlineData("--numevents|5", "EventCount=5")]
    [InlineData("--num|5", "EventCount=5")]
    [InlineData("--read|a.scap|--write=b.scap", "Read=a.scap Write=b.scap")]
    [InlineData("--print|%evt.num", "Format=%evt.num")]
    [InlineData("--list", "ListFields")]
    [InlineData("--list-m", "ListMarkdown")]
    [InlineData("--json", "Json")]
    [InlineData("--bpf", "Bpf")]
    [InlineData("--bpf=", "Bpf=")]
    [InlineData("evt.type=open|-q|and|proc.name=cat|-n|2", "Quiet EventCount=2", "evt.type=open and proc.name=cat")]
    [InlineData("-q|--|-n|2", "Quiet", "-n 2")]
    [InlineData("-|-q", "Quiet", "-")]
    [InlineData("-r|-", "Read=-")]
    [InlineData("-p|--", "Format=--")]
    public void TryNext_OfEveryNotation_GivesOptionsAndOperands(string line, string expected, string operands = "")
    {
        var reader = new OptionReader(OptionTable.Rows, line.Split('|'));
        var seen = new List<string>();
        while (reader.TryNext(out var option, out var argument))
        {
            seen.Add(argument is null ? $"{option.Id}" : $"{option.Id}={argument}");
        }

        Assert.Equal(expected, string.Join(' ', seen));
        Assert.Equal(operands, string.Join(' ', reader.Operands.Concat(reader.BehindDashes)));
    }

    [Theory]
    [InlineData("-Q", "unknown option '-Q'")]
    [InlineData("-qQ", "unknown option '-Q' in '-qQ'")]
    [InlineData("--bogus", "unknown option '--bogus'")]
    [InlineData("--lis", "--list-chisels")]
    [InlineData("--print-a=1", "takes no argument")]
    [InlineData("--quiet=1", "takes no argument")]
    [InlineData("-r", "option '-r' needs an argument")]
    [InlineData("--readfile", "option '--readfile' needs an argument")]
    public void TryNext_OfWhatIsNoOption_SaysWhatWasSeen(string word, string expected)
    {
        var reader = new OptionReader(OptionTable.Rows, [word]);
        var error = Assert.Throws<UsageException>(() =>
        {
            while (reader.TryNext(out _, out _))
            {
            }
        });
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfTheTable_HaveEachLetterAndNameOnce()
    {
        Assert.DoesNotContain(OptionTable.Rows.Where(row => row.Short != '\0').GroupBy(row => row.Short), group => group.Count() > 1);
        Assert.DoesNotContain(OptionTable.Rows.Where(row => row.Long.Length > 0).GroupBy(row => row.Long), group => group.Count() > 1);
        Assert.All(OptionTable.Rows, row => Assert.True(row.Short != '\0' || row.Long.Length > 0));
    }

    [Fact]
    public void Rows_OfTheTable_TakeArgumentsWhereSysdigDoes()
    {
        const string Letters = "AbB::c:C:dDEe:FG:hH:I:i:jk:K:lLm:M:n:Pp:qRr:Ss:t:TU:uvW:w:xXz";
        for (var i = 0; i < Letters.Length; i++)
        {
            if (Letters[i] == ':')
            {
                continue;
            }

            var row = Assert.Single(OptionTable.Rows, row => row.Short == Letters[i]);
            var colons = Letters[(i + 1)..].TakeWhile(c => c == ':').Count();
            Assert.Equal((OptionArgument)colons, row.Argument);
        }
    }
}
