namespace Mesoscope.EndToEnd.Tests.Live;

/// <summary>A folder that is gone after the test.</summary>
sealed class ScratchFolder : IDisposable
{
    readonly string _path = Directory.CreateTempSubdirectory("mesoscope").FullName;

    internal string File(string name) => Path.Combine(_path, name);

    internal IEnumerable<string> Files => Directory.EnumerateFiles(_path).Order(StringComparer.Ordinal);

    internal string Folder => _path;

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
