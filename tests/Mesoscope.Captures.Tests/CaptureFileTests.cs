namespace Mesoscope.Captures.Tests;

public sealed class CaptureFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("captures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string PathOf(string name) => Path.Combine(_folder, name);

    static CaptureFileProblem ProblemOf(Action open) => Assert.Throws<CaptureFileException>(open).Problem;

    [Fact]
    public void Open_MissingFile_IsNamed() => Assert.Equal(CaptureFileProblem.NotFound, ProblemOf(() => CaptureReader.Open(PathOf("none"))));

    [Fact]
    public void Open_Directory_IsNamed() => Assert.Equal(CaptureFileProblem.IsDirectory, ProblemOf(() => CaptureReader.Open(_folder)));

    [Fact]
    public void Open_File_TellsProgress()
    {
        var capture = SampleCapture.Build().ToArray();
        File.WriteAllBytes(PathOf("a.scap"), capture);
        using var reader = CaptureReader.Open(PathOf("a.scap"));
        reader.ReadStart(new Testing.Captures.SnapshotRecorder());
        Assert.Equal(capture.Length, reader.StoredLength);
        Assert.InRange(reader.StoredPosition, 1, capture.Length - 1);
    }

    [Theory]
    [InlineData("a.scap")]
    [InlineData("./a.scap")]
    [InlineData("hard.scap")]
    [InlineData("soft.scap")]
    public void Create_FileThatIsRead_IsRefusedAndKept(string name)
    {
        File.WriteAllBytes(PathOf("a.scap"), [1, 2, 3]);
        File.CreateSymbolicLink(PathOf("soft.scap"), PathOf("a.scap"));
        using (var link = System.Diagnostics.Process.Start("ln", [PathOf("a.scap"), PathOf("hard.scap")]))
        {
            link.WaitForExit();
        }

        var problem = ProblemOf(() => CaptureWriter.Create(PathOf(name), new CaptureWriterOptions { InputPaths = [PathOf("a.scap")] }));
        Assert.Equal(CaptureFileProblem.SameFile, problem);
        Assert.Equal(3, new FileInfo(PathOf("a.scap")).Length);
    }

    [Fact]
    public void Create_AnotherFile_IsAllowed()
    {
        File.WriteAllBytes(PathOf("a.scap"), [1, 2, 3]);
        File.WriteAllBytes(PathOf("b.scap"), [1, 2, 3]);
        using var writer = CaptureWriter.Create(PathOf("b.scap"), new CaptureWriterOptions { InputPaths = [PathOf("a.scap")] });
        Assert.Equal(0, new FileInfo(PathOf("b.scap")).Length);
    }

    [Fact]
    public void Create_InAMissingFolder_IsNamed() => Assert.Equal(CaptureFileProblem.NotFound, ProblemOf(() => CaptureWriter.Create(PathOf("none/a.scap"))));

    [Fact]
    public void Flush_DeviceThatIsFull_IsNamed()
    {
        var writer = CaptureWriter.Create("/dev/full");
        writer.Snapshot.BeginSection();
        writer.Snapshot.EndSnapshot();
        Assert.Equal(CaptureFileProblem.NoSpace, ProblemOf(writer.Flush));
        writer.Dispose();
    }
}
