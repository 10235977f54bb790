using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Mesoscope.Agent.Measures;
using Mesoscope.Agent.Measures.Containers;
using Mesoscope.Kernel.Scan.Access;
using Mesoscope.Machine.Containers.Recognition;

namespace Mesoscope.Agent.Sampling;

/// <summary>
/// Sees control groups of containers the moment they are made: what fails at once is gone before the next tick, and nobody could say any more
/// whose number its group had, or what task it was.
/// </summary>
sealed class GroupWatch : IDisposable
{
    // Launchers make the group first, put the process in, and execute the program last; looks at these times, milliseconds after the making.
    static readonly int[] s_looks = [2, 5, 10, 20, 30, 50, 80, 120, 200, 300, 500, 800];

    /// <summary>Sightings that are kept until a tick takes them.</summary>
    const int MaxCount = 4096;

    readonly MachineFolders _folders;
    readonly Hierarchy _hierarchy;
    readonly string _controller;
    readonly TimeProvider _clock;
    readonly FileSystemWatcher? _watcher;
    readonly ConcurrentQueue<GroupSighting> _sightings = new();
    readonly FolderReader _reader = new(new ScanProblems());
    readonly ContainerPlaces _places;
    readonly HashSet<ulong> _seen = [];
    readonly string[] _controllers;
    readonly Lock _lock = new();
    readonly CancellationTokenSource _end = new();

    /// <param name="folders">The machine.</param>
    /// <param name="hierarchies">Its hierarchies.</param>
    /// <param name="folder">The hierarchy to watch.</param>
    /// <param name="controller">Its controller; empty for cgroup v2.</param>
    /// <param name="clock">The time.</param>
    public GroupWatch(MachineFolders folders, Hierarchies hierarchies, string folder, string controller, TimeProvider clock)
    {
        _folders = folders;
        _hierarchy = new Hierarchy(folder.TrimEnd('/'), controller.Length == 0);
        _controller = controller;
        _clock = clock;
        _places = new ContainerPlaces(hierarchies);
        _controllers = [.. hierarchies.Controllers];
        try
        {
            _watcher = new FileSystemWatcher(_hierarchy.Folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.DirectoryName };
            _watcher.Created += (_, e) => See(e.FullPath);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Without it containers are seen at the next tick.
            _watcher = null;
        }
    }

    /// <summary>Takes the next sighting; false when there is none.</summary>
    public bool TryTake(out GroupSighting sighting) => _sightings.TryDequeue(out sighting!);

    /// <summary>Ends the watch.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _watcher?.Dispose();
    }

    // What was made in a folder before the folder itself was watched is not told, so its inner ones are looked at.
    void See(string folder)
    {
        if (!TrySee(folder))
        {
            try
            {
                foreach (var inner in Directory.EnumerateDirectories(folder))
                {
                    See(inner);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Gone already.
            }
        }
    }

    // False when it is no container's group.
    bool TrySee(string folder)
    {
        var path = folder[_hierarchy.Folder.Length..];
        GroupSighting sighting;
        lock (_lock)
        {
            var line = _hierarchy.IsUnified ? $"0::{path}" : $"1:{_controller}:{path}";
            if (_places.Find(Encoding.UTF8.GetBytes(line)) is not { Paths.Count: > 0 } place)
            {
                return false;
            }

            if (!_reader.TryOpen(folder, out var open))
            {
                return true;
            }

            using (open)
            {
                if (!FolderReader.TryGetFacts(open, "."u8, out var facts) || _sightings.Count >= MaxCount || !IsNew(facts.Inode))
                {
                    return true;
                }

                // Runtimes make the same path in all hierarchies that they use.
                var own = place.Paths.Values.First();
                place = place with { Paths = _controllers.ToDictionary(static name => name, _ => own) };
                sighting = new GroupSighting(place, facts.Inode, _clock.GetUtcNow().ToUnixTimeMilliseconds()) { IsInner = path != own };
            }
        }

        _sightings.Enqueue(sighting);
        if (!sighting.IsInner)
        {
            _ = LookAsync(folder, sighting);
        }

        return true;
    }

    bool IsNew(ulong group)
    {
        if (_seen.Count >= MaxCount)
        {
            _seen.Clear();
        }

        return _seen.Add(group);
    }

    async Task LookAsync(string folder, GroupSighting sighting)
    {
        try
        {
            var since = 0;
            foreach (var at in s_looks)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(at - since), _clock, _end.Token).ConfigureAwait(false);
                since = at;
                if (Look(folder, sighting))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The watch has ended.
        }
    }

    // True when there is nothing more to find out.
    bool Look(string folder, GroupSighting sighting)
    {
        try
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "cgroup.procs")))
            {
                if (!int.TryParse(line, CultureInfo.InvariantCulture, out var id))
                {
                    continue;
                }

                sighting.ProcessId = sighting.ProcessId == 0 ? id : sighting.ProcessId;
                var environment = File.ReadAllBytes(Path.Combine(_folders.Proc, line, "environ"));
                if (TaskEnvironment.Read(environment) is { LooksLikeTask: true } or { App: not null })
                {
                    sighting.Environment.Text = environment;
                    return true;
                }
            }

            return false;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
