using System.Text;

namespace Mesoscope.Agent.Measures.Containers;

/// <summary>
/// The machine's control group hierarchies: cgroup v1 (a folder for each controller or several), v2 (the folder itself) or both (hybrid: v2
/// in <c>unified</c>, with the controllers that v1 does not have).
/// </summary>
sealed class Hierarchies
{
    /// <summary>The name under which paths in a v2 hierarchy without controllers are known, as in captures.</summary>
    public const string Unified = "unified";

    readonly Dictionary<string, Hierarchy> _byController = new(StringComparer.Ordinal);

    Hierarchies()
    {
    }

    /// <summary>Content of the v2 hierarchy's <c>cgroup.controllers</c>; empty when there is none.</summary>
    public byte[] UnifiedControllers { get; private set; } = [];

    /// <summary>Names of the controllers that can be measured, and <see cref="Unified"/>.</summary>
    public IReadOnlyCollection<string> Controllers => _byController.Keys;

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _byController.Count == 0;

    /// <summary>Looks for them.</summary>
    /// <param name="root">Where they are mounted.</param>
    public static Hierarchies Find(string root)
    {
        var found = new Hierarchies();
        var isUnifiedOnly = found.AddUnified(root);
        if (isUnifiedOnly || !Directory.Exists(root))
        {
            return found;
        }

        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (name != Unified)
            {
                found.AddLegacy(name, folder);
            }
        }

        found.AddUnified(Path.Combine(root, Unified));
        return found;
    }

    /// <summary>The hierarchy of a controller, such as <c>memory</c>; false when there is none.</summary>
    public bool TryGet(string controller, out Hierarchy hierarchy) => _byController.TryGetValue(controller, out hierarchy);

    // "cpu,cpuacct" has both; systemd's own has no controller and is of use to recognise containers only.
    void AddLegacy(string names, string folder)
    {
        if (File.Exists(Path.Combine(folder, "cgroup.procs")) || File.Exists(Path.Combine(folder, "tasks")))
        {
            foreach (var name in names.Split(','))
            {
                _byController.TryAdd(name == "systemd" ? "name=systemd" : name, new Hierarchy(folder, IsUnified: false));
            }
        }
    }

    bool AddUnified(string folder)
    {
        try
        {
            UnifiedControllers = File.ReadAllBytes(Path.Combine(folder, "cgroup.controllers"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        foreach (var name in Encoding.UTF8.GetString(UnifiedControllers).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            _byController.TryAdd(name, new Hierarchy(folder, IsUnified: true));
        }

        _byController.TryAdd(Unified, new Hierarchy(folder, IsUnified: true));
        return true;
    }
}
