using System.Text;
using Mesoscope.Cli.Sources;
using Mesoscope.Events.Schema;

namespace Mesoscope.Cli.Live;

/// <summary>
/// The event that tells a capture's reader how many events are missing at its place: of type <c>infra</c>, which sysdig reads and shows
/// only to those who ask for internal events.
/// </summary>
static class DropEvent
{
    /// <summary>The event's bytes.</summary>
    /// <param name="time">When, nanoseconds since 1970.</param>
    /// <param name="description">What was lost.</param>
    public static byte[] Create(ulong time, string description) => OwnEvent.Create(
        time, EventType.InfrastructureEventEnter, "mesoscope"u8.ToArray(), "drop"u8.ToArray(), Encoding.UTF8.GetBytes(description), []);
}
