using System.Text;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Kernel.Counting;
using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Agent.Sampling;

/// <summary>
/// Knows whose a control group is by its number, the inode of its folder. Numbers come from processes that are known, and for groups whose
/// processes ended before they were seen from the folders themselves.
/// </summary>
/// <param name="files">The machine.</param>
/// <param name="hierarchy">The hierarchy that the numbers are of.</param>
/// <param name="places">Tells containers by control groups.</param>
/// <param name="containers">The machine's containers.</param>
sealed class GroupOwners(MachineFiles files, ControlGroupHierarchy hierarchy, ContainerPlaces places, ContainerTable containers)
{
    /// <summary>Groups that are remembered; beyond, all are forgotten and learned anew.</summary>
    const int MaxCount = 65_536;

    /// <summary>Folders that are looked at to find new groups, so that a machine with very many does not stop.</summary>
    const int MaxFolders = 20_000;

    readonly Dictionary<ulong, string> _ids = [];
    bool _mayWalk;

    /// <summary>Begins a tick: folders are walked once in it at most.</summary>
    public void BeginTick() => _mayWalk = true;

    /// <summary>A process of the container is in the group.</summary>
    public void Learn(ulong group, ContainerEntry container)
    {
        if (_ids.Count >= MaxCount)
        {
            _ids.Clear();
        }

        _ids[group] = container.Id;
    }

    /// <summary>The container that the group belongs to; null for a group of the host, or of a container that does not run any more.</summary>
    public ContainerEntry? Find(ulong group) => FindId(group) is { Length: > 0 } id ? containers.Find(id) : null;

    /// <summary>The id of the group's container, also of one that has ended; empty for a group of the host.</summary>
    public string FindId(ulong group)
    {
        if (!_ids.TryGetValue(group, out var id))
        {
            Walk();
            if (!_ids.TryGetValue(group, out id))
            {
                // Gone before anybody looked: asked for no more.
                _ids[group] = id = "";
            }
        }

        return id;
    }

    void Walk()
    {
        if (!_mayWalk || hierarchy.Folder.Length == 0)
        {
            return;
        }

        _mayWalk = false;
        if (_ids.Count >= MaxCount)
        {
            _ids.Clear();
        }

        var left = MaxFolders;
        Walk(hierarchy.Folder.TrimEnd('/'), "", ref left);
    }

    void Walk(string folder, string path, ref int left)
    {
        if (left-- <= 0 || !files.Reader.TryOpen(folder, out var open))
        {
            return;
        }

        using (open)
        {
            if (FolderReader.TryGetFacts(open, "."u8, out var facts))
            {
                Note(facts.Inode, path);
            }
        }

        try
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
            {
                Walk(inner, path + "/" + Path.GetFileName(inner), ref left);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Removed while it was walked.
        }
    }

    void Note(ulong group, string path)
    {
        if (!_ids.TryGetValue(group, out var known) || known.Length == 0)
        {
            var line = hierarchy.IsUnified ? $"0::{path}" : $"1:{hierarchy.Controller}:{path}";
            _ids[group] = path.Length == 0 ? "" : places.Find(Encoding.UTF8.GetBytes(line))?.Id ?? "";
        }
    }
}
