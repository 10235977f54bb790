using System.Security.Cryptography;
using System.Text;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Machine.Containers;

namespace Mesoscope.Cli.Recording;

/// <summary>
/// The events of a capture so far that tell of containers and clusters. A file that begins in the middle of a capture needs them again,
/// because the state lists at its head know no names.
/// </summary>
sealed class MetadataHistory
{
    /// <summary>When there are more, those of containers that the machine has forgotten go; the table holds half as many containers unless told.</summary>
    internal const int MaxEvents = 16_384;

    // The container's id is null for events of a cluster.
    readonly List<(Event Event, string Hash, byte[]? ContainerId)> _events = [];
    readonly HashSet<string> _seen = [];

    // A mesos document says all that there is of its kind: each replaces the one before.
    readonly Dictionary<string, Event> _documents = [];

    /// <summary>The events in their order, each once, then the last Mesos and Marathon document of each kind.</summary>
    public IEnumerable<Event> Events => _events.Select(static kept => kept.Event).Concat(_documents.Values);

    /// <summary>True for the types that describe a container.</summary>
    public static bool IsContainer(EventType type) =>
        type is EventType.ContainerEnter or EventType.ContainerJsonEnter or EventType.ContainerJsonV2Enter;

    /// <summary>Keeps a copy of the event, if it tells of a container or a cluster.</summary>
    /// <param name="e">The event, after the machine has seen it.</param>
    /// <param name="containers">Those that the machine knows: what it has forgotten needs not be told again.</param>
    public void Add(Event e, ContainerTable containers)
    {
        if (e.Type == EventType.MesosEnter)
        {
            AddDocument(e);
        }
        else if (IsContainer(e.Type) || e.Type == EventType.K8sEnter)
        {
            var hash = Convert.ToHexString(SHA256.HashData(e.Bytes[Math.Min(e.StoredHeaderBytes, e.Length)..]));
            if (!_seen.Contains(hash) && HasRoom(containers))
            {
                _seen.Add(hash);
                _events.Add((Copy(e), hash, IsContainer(e.Type) ? IdOf(e) : null));
            }
        }
    }

    /// <summary>The number of parameters to attach a copy with: -1 when the event's own header says it.</summary>
    public static int ParameterCountOf(Event e) => e.StoredHeaderBytes == Event.OldHeaderBytes ? e.StoredParameterCount : -1;

    bool HasRoom(ContainerTable containers)
    {
        if (_events.Count == MaxEvents && _events.RemoveAll(kept => kept.ContainerId is { } id && containers.Find(id) is null) > 0)
        {
            _seen.IntersectWith(_events.Select(static kept => kept.Hash));
        }

        return _events.Count < MaxEvents;
    }

    static byte[] IdOf(Event e) => e.Type == EventType.ContainerEnter ? e.Text(0).ToArray() : ContainerDocument.Read(e.Parameter(0))?.Id ?? [];

    // The kind is the name of the document's only member. Marathon's documents build on the state and so stay behind it.
    void AddDocument(Event e)
    {
        const int KindCount = 8;
        var parts = Encoding.UTF8.GetString(e.Text(0)[..Math.Min(e.Text(0).Length, 64)]).Split('"', 3);
        if (parts.Length == 3 && (_documents.ContainsKey(parts[1]) || _documents.Count < KindCount))
        {
            _documents[parts[1]] = Copy(e);
        }
    }

    static Event Copy(Event e)
    {
        var copy = new Event();
        copy.Attach(e.Bytes.ToArray(), 0, e.Length, e.Cpu, e.BlockFlags, ParameterCountOf(e));
        return copy;
    }
}
