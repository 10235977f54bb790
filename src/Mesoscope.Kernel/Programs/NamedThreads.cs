using System.Globalization;
using System.Text;

namespace Mesoscope.Kernel.Programs;

/// <summary>Finds threads by the names that they have now.</summary>
static class NamedThreads
{
    // TASK_COMM_LEN of linux/sched.h, its terminator left out.
    const int MaxNameBytes = 15;

    /// <summary>The ids of the threads that have one of the names.</summary>
    /// <param name="names">The names; for none nothing is read.</param>
    public static IEnumerable<long> Find(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var wanted = names.Select(Cut).ToHashSet(StringComparer.Ordinal);
        return ThreadFolders.All()
            .Where(folder => ThreadFolders.ReadText(folder, "comm") is { } name && wanted.Contains(name.TrimEnd('\n')))
            .Select(static folder => long.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
    }

    static string Cut(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, MaxNameBytes)));
    }
}
