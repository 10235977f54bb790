using Mesoscope.Testing;

namespace Mesoscope.Conformance.Tests;

// Which captures are compared: the repository's own, and further ones of a folder.
static class CaptureFolder
{
    const string Variable = "MESOSCOPE_CAPTURES";

    /// <summary>True when the user named a folder: then every case is run on every capture, however long it takes.</summary>
    public static bool IsNamed => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string[] SamplePaths { get; } = [.. CapturesIn(RepositoryFolder.PathOf("samples"))];

    public static string[] FurtherPaths { get; } = [.. FindFurther()];

    static IEnumerable<string> FindFurther()
    {
        var folder = IsNamed ? Environment.GetEnvironmentVariable(Variable)! : RepositoryFolder.PathOf("..", "shared", "corpus", "scap");
        return Directory.Exists(folder) ? CapturesIn(folder) : [];
    }

    static IEnumerable<string> CapturesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.scap*", SearchOption.AllDirectories).Select(Path.GetFullPath).Order(StringComparer.Ordinal);
}
