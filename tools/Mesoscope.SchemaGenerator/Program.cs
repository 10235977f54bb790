using System.Text;
using Mesoscope.SchemaGenerator;

// Writes src/Mesoscope.Events/Schema/*.g.cs from the tables in src/Mesoscope.Events/Schema/Data.
// Usage: dotnet run --project tools/Mesoscope.SchemaGenerator [--check] [SCHEMA-FOLDER]
// --check changes nothing and ends with status 1 when a generated file is not what the tables make.

var check = args.Contains("--check");
var folder = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? "src/Mesoscope.Events/Schema";
var stale = 0;
foreach (var (name, text) in SchemaFiles.Generate(Path.Combine(folder, "Data")))
{
    var path = Path.Combine(folder, name);
    if (File.Exists(path) && File.ReadAllText(path) == text)
    {
        continue;
    }

    stale++;
    if (check)
    {
        Console.Error.WriteLine($"{path} is not what the tables in {folder}/Data make; run the generator without --check");
    }
    else
    {
        File.WriteAllText(path, text, new UTF8Encoding(false));
        Console.WriteLine($"wrote {path}");
    }
}

return check && stale > 0 ? 1 : 0;
