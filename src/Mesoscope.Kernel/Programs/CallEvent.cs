using System.Globalization;
using Mesoscope.Events.Schema;

namespace Mesoscope.Kernel.Programs;

/// <summary>The pair of events that a system call makes.</summary>
/// <param name="Enter">The enter event's type; the exit event's is the next.</param>
/// <param name="Stem">What the names of its programs begin with; empty for the generic one.</param>
readonly record struct CallEvent(EventType Enter, string Stem)
{
    /// <summary>The exit event's type.</summary>
    public EventType Exit => Enter + 1;

    /// <summary>True for the events of system calls that have none of their own.</summary>
    public bool IsGeneric => Enter == EventType.GenericEnter;

    /// <summary>Reads a cell of the packed table: number of the enter event, a colon, the stem.</summary>
    public static CallEvent Parse(string cell)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        return new CallEvent((EventType)ushort.Parse(cell.AsSpan(0, colon), CultureInfo.InvariantCulture), cell[(colon + 1)..]);
    }
}
