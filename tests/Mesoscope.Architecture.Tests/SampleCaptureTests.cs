using Mesoscope.SampleCaptures.Scenes;
using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class SampleCaptureTests
{
    [Fact]
    public void Make_FromTheScenes_MakesTheFilesThatAreThere()
    {
        var made = SampleFiles.Make().ToList();
        Assert.All(made, file => Assert.Equal(file.Value, File.ReadAllBytes(RepositoryFolder.PathOf("samples", file.Key))));
        Assert.Equal(
            made.Select(f => f.Key).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(RepositoryFolder.PathOf("samples"), "*.scap").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }
}
