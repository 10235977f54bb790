using System.Globalization;
using System.Text;

namespace Mesoscope.Kernel.Programs;

/// <summary>Finds threads by the names that they have now.</summary>
static class NamedThreads
{
    // TASK_COMM_LEN of linux/sched.h, its terminator left out.
    const int MaxNameBytes = 15;

    /// <summary>The ids of the threads that have one of the names. Threads that end meanwhile are left out.</summary>
    /// <param name="names">The names; for none nothing is read.</param>
    public static IEnumerable<long> Find(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            yield break;
        }

        var wanted = names.Select(Cut).ToHashSet(StringComparer.Ordinal);
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(IsNumbered))
        {
            foreach (var thread in Threads(process))
            {
                if (ReadName(thread) is { } name && wanted.Contains(name))
                {
                    yield return long.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture);
                }
            }
        }
    }

    static bool IsNumbered(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]);

    static string Cut(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, MaxNameBytes)));
    }

    static string[] Threads(string process)
    {
        try
        {
            return Directory.GetDirectories(process + "/task");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    static string? ReadName(string thread)
    {
        try
        {
            return File.ReadAllText(thread + "/comm", Encoding.Latin1).TrimEnd('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
