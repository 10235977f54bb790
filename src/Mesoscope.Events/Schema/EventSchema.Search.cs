namespace Mesoscope.Events.Schema;

/// <content>Searches through the whole table, on its text, so that rows that nobody needs stay undecoded.</content>
public static partial class EventSchema
{
    const byte ColumnEnd = (byte)'\t';
    const int ParameterColumn = 5;

    /// <summary>The name of an event type in UTF-8; empty when the type is not in the table.</summary>
    public static ReadOnlySpan<byte> NameOf(EventType type) =>
        IsKnown(type) ? FirstColumn(Row(EventRows.Text, EventRows.Offsets, (int)type)) : [];

    /// <summary>The first event type with that name; null when there is none.</summary>
    public static EventType? FindFirst(ReadOnlySpan<byte> name)
    {
        for (var type = (EventType)0; IsKnown(type); type++)
        {
            if (NameOf(type).SequenceEqual(name))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Whether an event type or a system call has that name.</summary>
    public static bool IsName(ReadOnlySpan<byte> name)
    {
        if (FindFirst(name) is not null)
        {
            return true;
        }

        for (var i = 0; i < SyscallRows.Count; i++)
        {
            if (FirstColumn(Row(SyscallRows.Text, SyscallRows.Offsets, i)).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Of all parameters of all event types the one with the longest name that a text begins with, the first of the table when
    /// several have that name; null when there is none.
    /// </summary>
    public static ParameterInfo? FindLongestParameter(ReadOnlySpan<byte> text)
    {
        var (longest, type, index) = (0, 0, 0);
        for (var i = 0; i < EventRows.Count; i++)
        {
            var row = Row(EventRows.Text, EventRows.Offsets, i);
            for (var column = 0; row.Length > 0; column++)
            {
                var end = row.IndexOf(ColumnEnd);
                var cell = end < 0 ? row : row[..end];
                row = end < 0 ? default : row[(end + 1)..];
                var length = column < ParameterColumn ? 0 : cell.IndexOf((byte)':');
                if (length > longest && text.StartsWith(cell[..length]))
                {
                    (longest, type, index) = (length, i, column - ParameterColumn);
                }
            }
        }

        return longest == 0 ? null : Get((EventType)type).Parameters[index];
    }

    static ReadOnlySpan<byte> FirstColumn(ReadOnlySpan<byte> row) => row[..row.IndexOf(ColumnEnd)];
}
