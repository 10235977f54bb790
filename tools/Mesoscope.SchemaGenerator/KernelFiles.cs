using System.Globalization;
using System.Text;

namespace Mesoscope.SchemaGenerator;

/// <summary>Makes what the kernel programs and their loader take from the schema: constants, the table of system calls, simple programs.</summary>
public static class KernelFiles
{
    const string Banner = "/* SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 */\n/* Made by tools/Mesoscope.SchemaGenerator from the schema and bpf/tables; do not edit. */\n#pragma once\n";

    /// <summary>The generated files, by path under the kernel project's folder.</summary>
    /// <param name="dataFolder">The schema's tables.</param>
    /// <param name="kernelFolder">The kernel project.</param>
    public static IReadOnlyDictionary<string, string> Generate(string dataFolder, string kernelFolder)
    {
        var events = TableRows.Read(Path.Combine(dataFolder, "events.tsv"));
        var syscalls = TableRows.Read(Path.Combine(kernelFolder, "bpf", "tables", "syscalls.tsv"));
        var fillers = TableRows.Read(Path.Combine(kernelFolder, "bpf", "tables", "fillers.tsv"));
        var types = events.ToDictionary(r => r[1], r => r);
        return new Dictionary<string, string>
        {
            ["bpf/generated/events.g.h"] = Constants(events),
            ["bpf/generated/fillers.g.h"] = Fillers(fillers, types),
            ["Programs/SyscallRows.g.cs"] = SchemaFiles.PackedRows(
                "Mesoscope.Kernel.Programs", "SyscallRows", "system calls: name, x86_64, aarch64, code, event, later event", syscalls.Select(r => SyscallRow(r, types))),
        };
    }

    static string Constants(List<string[]> events)
    {
        var text = new StringBuilder(Banner).Append("\nenum event_type {\n");
        foreach (var row in events)
        {
            text.Append(CultureInfo.InvariantCulture, $"    EVENT_{row[1]} = {row[0]},\n");
        }

        return text.Append("};\n").ToString();
    }

    static string Fillers(List<string[]> fillers, Dictionary<string, string[]> types)
    {
        var text = new StringBuilder(Banner).Append("#include \"../growing.h\"\n#include \"../task.h\"\n#include \"../translate.h\"\n");
        foreach (var row in fillers)
        {
            if (!types.TryGetValue(row[0], out var type))
            {
                throw new InvalidDataException($"fillers.tsv: the schema has no event {row[0]}; it has those of events.tsv, second column");
            }

            text.Append('\n').Append(FillerProgram.Write(type, row[1..]));
        }

        return text.ToString();
    }

    // Events are given by the number of their enter event and the name that their programs have before _e and _x; 0: the generic one.
    static string SyscallRow(string[] row, Dictionary<string, string[]> types)
    {
        string Event(string identifier) => identifier == "-" ? "0:" : $"{types[identifier + "_E"][0]}:{FillerProgram.Name(identifier)}";
        return string.Join('\t', row[0], row[1], row[2], row[3], Event(row[4]), Event(row[5]));
    }
}
