using Mesoscope.SampleCaptures.Scenes;

// Writes samples/*.scap. Usage: dotnet run --project tools/Mesoscope.SampleCaptures [--check] [FOLDER]
// --check changes nothing and ends with status 1 when a file is not what the scenes make.

var check = args.Contains("--check");
var folder = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) ?? "samples";
var stale = 0;
foreach (var (name, bytes) in SampleFiles.Make())
{
    var path = Path.Combine(folder, name);
    if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
    {
        continue;
    }

    stale++;
    if (check)
    {
        Console.Error.WriteLine($"{path} is not what the scenes make; run the tool without --check");
    }
    else
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"wrote {path}, {bytes.Length} bytes");
    }
}

return check && stale > 0 ? 1 : 0;
