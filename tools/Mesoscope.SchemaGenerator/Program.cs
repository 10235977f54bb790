using System.Text;
using Mesoscope.SchemaGenerator;

// Writes src/Mesoscope.Events/Schema/*.g.cs from the tables in src/Mesoscope.Events/Schema/Data, and from them and the tables in
// src/Mesoscope.Kernel/bpf/tables what the kernel programs and their loader need.
// Usage: dotnet run --project tools/Mesoscope.SchemaGenerator [--check] [SOURCE-FOLDER]
// --check changes nothing and ends with status 1 when a generated file is not what the tables make.

var check = args.Contains("--check");
var source = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? "src";
var schema = Path.Combine(source, "Mesoscope.Events", "Schema");
var kernel = Path.Combine(source, "Mesoscope.Kernel");
var data = Path.Combine(schema, "Data");
var files = SchemaFiles.Generate(data).Select(f => (Path: Path.Combine(schema, f.Key), Text: f.Value))
    .Concat(KernelFiles.Generate(data, kernel).Select(f => (Path: Path.Combine(kernel, f.Key), Text: f.Value)));
var stale = 0;
foreach (var (path, text) in files)
{
    if (File.Exists(path) && File.ReadAllText(path) == text)
    {
        continue;
    }

    stale++;
    if (check)
    {
        Console.Error.WriteLine($"{path} is not what the tables make; run the generator without --check");
    }
    else
    {
        File.WriteAllText(path, text, new UTF8Encoding(false));
        Console.WriteLine($"wrote {path}");
    }
}

return check && stale > 0 ? 1 : 0;
