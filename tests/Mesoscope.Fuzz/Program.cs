using System.Globalization;
using Mesoscope.Fuzz;

// Reads damaged captures and says what that broke.
// Usage: dotnet run -c Release --project tests/Mesoscope.Fuzz -- [--count N] [--seed S] [--keep FOLDER] [CAPTURE...]
// Status 0 when nothing broke, 1 when something did (the captures are kept), 134 when one did not end.

var options = new FuzzOptions();
var files = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    options = args[i] switch
    {
        "--count" => options with { Count = long.Parse(args[++i], CultureInfo.InvariantCulture) },
        "--seed" => options with { Seed = int.Parse(args[++i], CultureInfo.InvariantCulture) },
        "--keep" => options with { FailureFolder = args[++i] },
        _ => Add(args[i]),
    };
}

FuzzOptions Add(string file)
{
    files.Add(file);
    return options;
}

var report = FuzzRun.Run(options with { Files = files, Progress = done => Console.Error.WriteLine($"{done} captures") });
foreach (var failure in report.Failures)
{
    Console.WriteLine(failure);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{report.CaptureCount} captures, {report.EventCount} events, at most {report.MostAllocatedBytes} bytes for one, {report.Failures.Count} failures"));
return report.Failures.Count == 0 ? 0 : 1;
