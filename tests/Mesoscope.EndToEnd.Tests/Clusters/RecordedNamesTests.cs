using System.Text.RegularExpressions;
using Mesoscope.Testing.Corpus;
using Mesoscope.Testing.Programs;

namespace Mesoscope.EndToEnd.Tests.Clusters;

// Small captures with names of a cluster, and what the reference printed for them. Each difference is one of docs/differences.md.
public sealed partial class RecordedNamesTests
{
    const string Part = "mesos-replay";
    const string Suffix = ".observed.txt";

    // The reference ended at something in these; the lines that it would have printed are ours to print.
    static readonly Dictionary<string, int> s_furtherLines = new()
    {
        ["14_apps_without_frameworkid"] = 2, ["16_groups_unknown_framework"] = 2, ["22_empty_frameworks"] = 2, ["23_two_frameworks_crash"] = 4,
    };

    // By process: container type and task. Chronos' ids, containers in containers, ids without a container, tasks in Docker.
    static readonly Dictionary<string, string> s_named = new()
    {
        ["chron"] = "mesos ct:1470000000000:0:job:", ["nested"] = "mesos app.1", ["podid"] = "host app.1", ["dock1"] = "docker app.1", ["dock2"] = "docker app.1",
    };

    public static TheoryData<string> Cases => [.. CorpusFolder.Files(Part, "*" + Suffix).Select(static path => path[..^Suffix.Length])];

    [CorpusTheory(Part)]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Trace_OfRecordedNames_PrintsWhatTheReferenceDoes(string capture)
    {
        var format = File.ReadAllText(CorpusFolder.PathOf(Part, "FORMAT.txt")).TrimEnd('\n');
        var result = ProgramRun.Trace("-r", CorpusFolder.PathOf(Part, capture + ".scap"), "-p", format);
        var expected = File.ReadLines(CorpusFolder.PathOf(Part, capture + Suffix)).Where(static line => line.Length > 0 && !line.StartsWith('#')).ToList();

        Assert.True(result.Status == 0, result.Error);
        var lines = result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Count + s_furtherLines.GetValueOrDefault(capture), lines.Length);
        for (var i = 0; i < expected.Count; i++)
        {
            Check(expected[i], lines[i]);
        }
    }

    static void Check(string expected, string line)
    {
        if (expected.Contains("task=<NA>", StringComparison.Ordinal) && s_named.TryGetValue(line.Split(' ')[1], out var named))
        {
            var match = Identity().Match(line);
            Assert.Equal(named, $"{match.Groups["type"].Value} {match.Groups["task"].Value}");
            return;
        }

        // Where the reference shows the id of a native container as its name, we show that of its task.
        Assert.Equal(NativeName().Replace(expected, "${before}${name}${between}${name}"), line);
    }

    [GeneratedRegex(@" type=(?<type>\S+) .*\| task=(?<task>\S+) ")]
    private static partial Regex Identity();

    [GeneratedRegex(@"^(?<before>.* type=mesos .* cname=)\S+(?<between> img=\S+ \| task=(?!<NA>)\S+ name=)(?<name>.*)(?= labels=)")]
    private static partial Regex NativeName();
}
