using Mesoscope.Agent.Entities;
using Mesoscope.Agent.Naming;
using Mesoscope.Agent.Spans;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.Naming;

public sealed class KeptLabelsTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-names-");

    string File => Path.Combine(_folder.FullName, "names");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Before_OfWhatWasWritten_IsThat()
    {
        new KeptLabels(File).Write([Entity(7, "container.id=a", "mesos.task.name=redis"), Entity(8, "container.id=b")]);
        var kept = new KeptLabels(File);
        Assert.Equal(Labels("container.id=a", "mesos.task.name=redis"), kept.Before(7));
        Assert.Equal(Labels("container.id=b"), kept.Before(8));
        Assert.Empty(kept.Before(9));
    }

    [Fact]
    public void Before_FileCutAnywhere_IsEmpty()
    {
        new KeptLabels(File).Write([Entity(7, "container.id=a")]);
        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Empty(new KeptLabels(File).Before(7));
        }
    }

    [Fact]
    public void Before_NoFile_IsEmpty() => Assert.Empty(new KeptLabels(File).Before(7));

    [Fact]
    public void Write_FolderThatIsGone_DoesNotThrow()
    {
        var kept = new KeptLabels(Path.Combine(_folder.FullName, "gone", "names"));
        kept.Write([Entity(7, "container.id=a")]);
        Assert.Empty(kept.Before(7));
    }

    [Theory]
    [InlineData("", "container.id=a", false)]
    [InlineData("container.id=a mesos.task.name=redis", "container.id=a", true)]
    [InlineData("container.id=a marathon.app.name=/redis", "container.id=a mesos.task.name=redis", true)]
    [InlineData("container.id=a mesos.task.name=redis", "container.id=a mesos.task.name=redis mesos.framework.name=marathon", false)]
    [InlineData("container.id=a mesos.task.name=redis", "container.id=a mesos.task.name=other", false)]
    [InlineData("container.id=a container.name=web", "container.id=a container.name=a", true)]
    [InlineData("container.id=a container.name=a", "container.id=a container.name=web", false)]
    [InlineData("container.id=a container.image=redis", "container.id=a", true)]
    [InlineData("container.id=a mesos.task.state=TASK_STAGING", "container.id=a", false)]
    public void Choose_HadAndMade_TakesTheRicher(string had, string made, bool isHad)
    {
        var (before, now) = (Labels(had.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Labels(made.Split(' ')));
        Assert.Same(isHad ? before : now, KeptLabels.Choose(before, now));
    }

    static List<Label> Labels(params string[] texts) => [.. texts.Select(static text => new Label { Name = text[..text.IndexOf('=')], Value = text[(text.IndexOf('=') + 1)..] })];

    static MeasuredEntity Entity(ulong number, params string[] labels) =>
        new(number, EntityKind.Container, new MetricSums(new MetricColumns([], []))) { Labels = Labels(labels) };
}
