using Mesoscope.Clusters.Model;
using Mesoscope.Clusters.Recording;
using Mesoscope.Events;

namespace Mesoscope.Machine.Orchestration.Mesos;

/// <summary>
/// The names of the Mesos cluster that the machine belongs to: those that a cluster watched now gives, else those of the recorded
/// <c>mesos</c> events so far. A document that cannot be used is counted and changes nothing. Written by the state engine, or between two
/// events by whoever runs it.
/// </summary>
public sealed class MesosState
{
    RecordedCluster _recorded = new();
    ClusterNames? _watched;

    /// <summary>The names. The object changes when they do and is never changed itself.</summary>
    public ClusterNames Names => _watched ?? _recorded.Names;

    /// <summary>Whether anything was ever said of a cluster: if not, threads go by what their environment says.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Grows with every change; equal numbers mean that earlier look-ups still hold.</summary>
    public int Version { get; private set; }

    /// <summary>Whether recorded names may tell of containers that threads run in: only those of this program do, and only when they are whole.</summary>
    internal bool MayNameContainers => _watched is null && _recorded.HasContainers;

    /// <summary>How many documents could not be used.</summary>
    public long BadEventCount { get; private set; }

    /// <summary>Takes in a <c>mesos</c> event (270).</summary>
    public void OnMesosEvent(Event e) => Read(e.Parameter(0));

    /// <summary>
    /// Takes in a document: an object with members of the names <c>mesos_state</c>, <c>marathon_groups</c>, <c>marathon_apps</c>, and
    /// those that this program adds to them.
    /// </summary>
    /// <param name="json">The document, NUL behind it or not.</param>
    public void Read(ReadOnlySpan<byte> json)
    {
        BadEventCount += _recorded.Read(json) ? 0 : 1;
        IsKnown = true;
        Version++;
    }

    /// <summary>Takes the names of a cluster that is watched; from here on recorded events change nothing. To be called between two events.</summary>
    public void Use(ClusterNames names)
    {
        _watched = names;
        IsKnown = true;
        Version++;
    }

    /// <summary>Forgets what was recorded.</summary>
    public void Clear()
    {
        _recorded = new RecordedCluster();
        BadEventCount = 0;
        IsKnown = _watched is not null;
        Version++;
    }
}
