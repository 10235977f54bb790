using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class FileSizeTests
{
    const int MedianLines = 80;
    const int NinthDecileLines = 300;
    const int MaxLines = 400;

    static List<(int Lines, string Path)> CodeFiles() =>
        [.. RepositoryFolder.Files().Where(SourceFile.IsCode).Select(f => (SourceFile.LineCount(f), f)).OrderBy(x => x.Item1)];

    [Fact]
    public void CodeFiles_EachOfThem_IsNotTooLong() =>
        Findings.CheckNone(CodeFiles().Where(f => f.Lines > MaxLines).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void CodeFiles_AllTogether_AreMostlyShort()
    {
        var files = CodeFiles();
        Assert.InRange(files[files.Count / 2].Lines, 1, MedianLines);
        Assert.InRange(files[files.Count * 9 / 10].Lines, 1, NinthDecileLines);
    }
}
