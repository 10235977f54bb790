using System.Globalization;
using Mesoscope.Testing;

namespace Mesoscope.Fuzz;

/// <summary>Damages captures and watches what reading them does: exceptions, time, memory.</summary>
public static class FuzzRun
{
    const int MaxFailures = 20;
    const int CapturesPerReport = 10_000;

    /// <summary>Runs to the number of captures of the options, or to too many failures.</summary>
    public static FuzzReport Run(FuzzOptions options)
    {
        var mutator = new Mutator([.. Sources(options).Select(File.ReadAllBytes)], options.Seed);
        var target = new FuzzTarget();
        var failures = new List<string>();
        var mostAllocated = 0L;
        using var watchdog = new Watchdog(options.MaxTimePerCapture, capture => Keep(options, capture, "hang"));
        var done = 0L;
        for (; done < options.Count && failures.Count < MaxFailures; done++)
        {
            var capture = mutator.Next();
            watchdog.Start(capture);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                target.Run(capture, salvages: done % 2 == 1);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it is: a damaged capture must not throw it. The run goes on to find more.
                failures.Add($"{Keep(options, capture, Number(done))}: {e}");
            }

            watchdog.Stop();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            mostAllocated = Math.Max(mostAllocated, allocated);
            if (allocated > options.MaxAllocatedBytes)
            {
                failures.Add($"{Keep(options, capture, Number(done))}: allocated {Number(allocated)} bytes");
            }

            if (done % CapturesPerReport == 0)
            {
                options.Progress?.Invoke(done);
            }
        }

        return new FuzzReport(done, target.EventCount, mostAllocated, failures);
    }

    static IEnumerable<string> Sources(FuzzOptions options) =>
        options.Files.Count > 0 ? options.Files : Directory.EnumerateFiles(RepositoryFolder.PathOf("samples"), "*.scap").Order(StringComparer.Ordinal);

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Keep(FuzzOptions options, ReadOnlyMemory<byte> capture, string what)
    {
        Directory.CreateDirectory(options.FailureFolder);
        var path = Path.Combine(options.FailureFolder, $"mesoscope-fuzz-{Number(options.Seed)}-{what}.scap");
        File.WriteAllBytes(path, capture.ToArray());
        return path;
    }
}
