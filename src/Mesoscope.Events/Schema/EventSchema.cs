using System.Text;

namespace Mesoscope.Events.Schema;

/// <summary>
/// The one table of event types. Rows are decoded from the generated text at their first use, so that starting the program costs
/// only what a capture really holds. Safe for use by several threads.
/// </summary>
public static partial class EventSchema
{
    static readonly EventInfo?[] s_events = new EventInfo?[EventRows.Count];
    static readonly SyscallInfo?[] s_syscalls = new SyscallInfo?[SyscallRows.Count];
    static readonly NamedValue[]?[] s_names = new NamedValue[]?[NameTables.Count];

    /// <summary>How many event types are known; numbers from here on are unknown.</summary>
    public static int EventTypeCount => EventRows.Count;

    /// <summary>How many system calls are known; numbers from here on are unknown.</summary>
    public static int SyscallCount => SyscallRows.Count;

    /// <summary>True when the type is in the table.</summary>
    public static bool IsKnown(EventType type) => (uint)type < (uint)EventRows.Count;

    /// <summary>The row of an event type.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is not in the table; ask <see cref="IsKnown"/> first.</exception>
    public static EventInfo Get(EventType type)
    {
        var events = s_events;
        var index = (int)type;
        if ((uint)index < (uint)events.Length && events[index] is { } known)
        {
            return known;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, events.Length, nameof(type));
        return events[index] = SchemaRowReader.ReadEvent(type, Row(EventRows.Text, EventRows.Offsets, index));
    }

    /// <summary>The row of a system call; number 0, <c>&lt;unknown&gt;</c>, for numbers that are not in the table.</summary>
    public static SyscallInfo GetSyscall(int number)
    {
        var index = (uint)number < (uint)SyscallRows.Count ? number : 0;
        return s_syscalls[index] ??= SchemaRowReader.ReadSyscall(index, Row(SyscallRows.Text, SyscallRows.Offsets, index));
    }

    /// <summary>The names of a generated table by its index in <c>NameTables</c>.</summary>
    internal static NamedValue[] GetNames(int table) =>
        s_names[table] ??= SchemaRowReader.ReadNames(Row(NameTables.Text, NameTables.Offsets, table));

    /// <summary>The names of a table, such as <c>socket_families</c>; empty when there is no such table.</summary>
    public static NamedValue[] GetNames(string table)
    {
        var index = IndexOf(NameTables.Text, NameTables.Offsets, table);
        return index < 0 ? [] : GetNames(index);
    }

    internal static ParameterVariant[] GetVariants(string table)
    {
        var index = IndexOf(VariantTables.Text, VariantTables.Offsets, table);
        return index < 0 ? [] : SchemaRowReader.ReadVariants(Row(VariantTables.Text, VariantTables.Offsets, index));
    }

    static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<int> offsets, string table)
    {
        for (var i = 0; i < offsets.Length - 1; i++)
        {
            var row = Row(text, offsets, i);
            if (Encoding.UTF8.GetString(row[..row.IndexOf((byte)'\n')]) == table)
            {
                return i;
            }
        }

        return -1;
    }

    static ReadOnlySpan<byte> Row(ReadOnlySpan<byte> text, ReadOnlySpan<int> offsets, int index) =>
        text[offsets[index]..offsets[index + 1]];
}
