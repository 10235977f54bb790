using System.Globalization;

namespace Mesoscope.Kernel.Programs;

/// <summary>Finds the processes that descend from others, as parents are now.</summary>
static class Descendants
{
    /// <summary>The ids of all children, their children and so on. Processes that end meanwhile are left out.</summary>
    /// <param name="processIds">Whose; for none nothing is read.</param>
    public static IEnumerable<long> Find(IReadOnlyCollection<long> processIds)
    {
        if (processIds.Count == 0)
        {
            return [];
        }

        var children = ReadParents().ToLookup(static link => link.Parent, static link => link.Child);
        var found = new HashSet<long>();
        var left = new Queue<long>(processIds);
        while (left.TryDequeue(out var parent))
        {
            foreach (var child in children[parent].Where(found.Add))
            {
                left.Enqueue(child);
            }
        }

        return found;
    }

    static IEnumerable<(long Parent, long Child)> ReadParents()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (long.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var child)
                && ReadParent(folder) is { } parent)
            {
                yield return (parent, child);
            }
        }
    }

    // proc(5): the parent is the second word behind the name, which may hold brackets itself.
    static long? ReadParent(string folder)
    {
        try
        {
            var text = File.ReadAllText(folder + "/stat");
            var words = text[(text.LastIndexOf(')') + 1)..].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            return words.Length > 1 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
