using System.Collections.Concurrent;
using System.Text;
using Mesoscope.Testing.Programs;

namespace Mesoscope.Conformance.Tests;

// Runs both programs and says where their outputs part.
static class Comparison
{
    const int ShownDifferences = 5;

    public static string Differences(string capture, IEnumerable<Case> cases)
    {
        var differences = new ConcurrentBag<string>();
        var wanted = cases.Where(c => !Deviations.Excuse(Path.GetFileName(capture), c.Text));
        Parallel.ForEach(wanted, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, c =>
        {
            string[] words = ["-r", capture, .. c.Words];
            var reference = ProgramRun.Run(ProgramRun.Reference!, words);
            var ours = ProgramRun.Trace(words);
            if (Difference(reference, ours) is { } difference)
            {
                differences.Add($"{c.Text}\n{difference}");
            }
        });
        var shown = differences.Order(StringComparer.Ordinal).Take(ShownDifferences);
        return differences.IsEmpty ? "" : $"{differences.Count} cases differ on {capture}:\n{string.Join("\n\n", shown)}";
    }

    public static string? Difference(ProgramResult reference, ProgramResult ours)
    {
        if (!reference.Output.AsSpan().SequenceEqual(ours.Output))
        {
            return FirstLine(reference.Output, ours.Output) + (ours.Error.Length > 0 ? $"\n  standard error: {ours.Error}" : "");
        }

        return (reference.Status == 0) == (ours.Status == 0) ? null : $"  status: reference {reference.Status}, ours {ours.Status} {ours.Error}";
    }

    static string FirstLine(byte[] reference, byte[] ours)
    {
        var start = reference.AsSpan().CommonPrefixLength(ours);
        var line = reference.AsSpan(0, start).Count((byte)'\n') + 1;
        start = reference.AsSpan(0, start).LastIndexOf((byte)'\n') + 1;
        return $"  line {line} reference: {LineAt(reference, start)}\n  line {line} ours     : {LineAt(ours, start)}";
    }

    static string LineAt(byte[] output, int start)
    {
        var rest = output.AsSpan(start);
        var end = rest.IndexOf((byte)'\n');
        return rest.IsEmpty ? "(nothing)" : Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
