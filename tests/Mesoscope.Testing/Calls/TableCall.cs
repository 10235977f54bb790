namespace Mesoscope.Testing.Calls;

/// <summary>A system call as the table of the kernel programs has it.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Number">Its number on x86_64.</param>
/// <param name="Code">Its number in the capture format; 0 when it has none.</param>
/// <param name="Event">Identifier of its events without the direction; null when it makes generic ones.</param>
public sealed record TableCall(string Name, int Number, int Code, string? Event)
{
    /// <summary>The whole table, by the kernel's names.</summary>
    public static IReadOnlyDictionary<string, TableCall> All { get; } = Read();

    static Dictionary<string, TableCall> Read() => File.ReadLines(RepositoryFolder.PathOf("src", "Mesoscope.Kernel", "bpf", "tables", "syscalls.tsv"))
        .Where(static line => !line.StartsWith('#'))
        .Select(static line => line.Split('\t'))
        .Where(static cells => cells[1] != "-")
        .ToDictionary(
            static cells => cells[0],
            static cells => new TableCall(cells[0], int.Parse(cells[1]), int.Parse(cells[3]), cells[4] == "-" ? null : cells[4]));
}
