namespace Mesoscope.SchemaGenerator;

/// <summary>Reads tab-separated tables; empty lines and those that begin with # are passed over.</summary>
static class TableRows
{
    public static List<string[]> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
}
