namespace Mesoscope.Events.Schema;

/// <summary>What the schema knows of one event type. Immutable; one object per type for the life of the program.</summary>
public sealed class EventInfo
{
    /// <summary>Number in the capture format.</summary>
    public required EventType Type { get; init; }

    /// <summary>Name as printed: <c>open</c>, <c>switch</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in UTF-8.</summary>
    public required byte[] Utf8 { get; init; }

    /// <summary>Kind of work.</summary>
    public required EventCategory Category { get; init; }

    /// <summary>Origin of such events.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What such an event does.</summary>
    public required EventFlags Flags { get; init; }

    /// <summary>The parameters in the order of the capture format, those that later programs added included.</summary>
    public required ParameterInfo[] Parameters { get; init; }

    /// <summary>
    /// How many parameters a line shows. Parameters that were appended to an event after sysdig 0.29.3 are read, can be asked for
    /// by name and are written, but the usual line keeps its shape.
    /// </summary>
    public required int ShownParameterCount { get; init; }

    /// <summary>False for an exit event.</summary>
    public bool IsEnter => ((int)Type & 1) == 0;

    /// <summary>True for the types that carry any system call without a type of its own; parameter 0 is then its number.</summary>
    public bool IsGeneric => Type is EventType.GenericEnter or EventType.GenericExit;

    /// <summary>The index of the parameter with that name, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (name.SequenceEqual(Parameters[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
