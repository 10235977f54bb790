using System.Globalization;

namespace Mesoscope.Kernel.Programs;

/// <summary>Finds threads by the containers that their control groups name now.</summary>
static class ContainedThreads
{
    /// <summary>The ids of the threads that are in one of the containers, and of a few more whose control groups look like it.</summary>
    /// <param name="containerIds">The ids; for none nothing is read.</param>
    public static IEnumerable<long> Find(IReadOnlyCollection<string> containerIds) => containerIds.Count == 0
        ? []
        : ThreadFolders.All()
            .Where(folder => ThreadFolders.ReadText(folder, "cgroup") is { } text && containerIds.Any(id => text.Contains(id, StringComparison.Ordinal)))
            .Select(static folder => long.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
}
