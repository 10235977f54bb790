using System.Security.Cryptography;
using Mesoscope.Events;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Recording;

/// <summary>
/// The container events of a capture so far. A file that begins in the middle of a capture needs them again, because the state lists at
/// its head know no containers.
/// </summary>
sealed class ContainerHistory
{
    /// <summary>More are not kept: a capture with that many containers started is rather a broken one.</summary>
    const int MaxEvents = 16_384;

    readonly List<Event> _events = [];
    readonly HashSet<string> _seen = [];

    /// <summary>The events in their order, each once.</summary>
    public IReadOnlyList<Event> Events => _events;

    /// <summary>True for the types that describe a container.</summary>
    public static bool IsContainer(EventType type) =>
        type is EventType.ContainerEnter or EventType.ContainerJsonEnter or EventType.ContainerJsonV2Enter;

    /// <summary>Keeps a copy.</summary>
    public void Add(Event e)
    {
        var body = e.Bytes[Math.Min(e.StoredHeaderBytes, e.Length)..];
        if (_events.Count >= MaxEvents || !_seen.Add(Convert.ToHexString(SHA256.HashData(body))))
        {
            return;
        }

        var copy = new Event();
        copy.Attach(e.Bytes.ToArray(), 0, e.Length, e.Cpu, e.BlockFlags, ParameterCountOf(e));
        _events.Add(copy);
    }

    /// <summary>The number of parameters to attach a copy with: -1 when the event's own header says it.</summary>
    public static int ParameterCountOf(Event e) => e.StoredHeaderBytes == Event.OldHeaderBytes ? e.StoredParameterCount : -1;
}
