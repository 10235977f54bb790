using Mesoscope.SchemaGenerator;
using Mesoscope.Testing;

namespace Mesoscope.Architecture.Tests;

public sealed class GeneratedSchemaTests
{
    [Fact]
    public void Generate_FromTheTables_MakesTheFilesThatAreThere()
    {
        var folder = RepositoryFolder.PathOf("src", "Mesoscope.Events", "Schema");
        var made = SchemaFiles.Generate(Path.Combine(folder, "Data"));
        Assert.All(made, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(folder, file.Key))));
        Assert.Equal(
            made.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder, "*.g.cs").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Generate_FromTheKernelTables_MakesTheFilesThatAreThere()
    {
        var kernel = RepositoryFolder.PathOf("src", "Mesoscope.Kernel");
        var made = KernelFiles.Generate(RepositoryFolder.PathOf("src", "Mesoscope.Events", "Schema", "Data"), kernel);
        Assert.All(made, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(kernel, file.Key))));
    }
}
