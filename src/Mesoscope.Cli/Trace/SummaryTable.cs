using Mesoscope.Cli.Help;
using Mesoscope.Events;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Trace;

/// <summary>The table of <c>-S</c>: how often each event type, and each system call without a type of its own, came.</summary>
sealed class SummaryTable
{
    /// <summary>Rows at most.</summary>
    const int MaxRows = 100;

    const int NameWidth = 16;

    /// <summary>
    /// How many event types and system calls sysdig 0.29.3 knows. Its sort leaves equal counts in an order that depends on the size of
    /// its table, so those are sorted as a table of their own, and what came later is merged in behind its equals.
    /// </summary>
    const int KnownEvents = 336;

    const int KnownSyscalls = 329;

    readonly ulong[] _events = new ulong[EventSchema.EventTypeCount];
    readonly ulong[] _syscalls = new ulong[EventSchema.SyscallCount * 2];

    /// <summary>Counts an event.</summary>
    public void Add(Event e)
    {
        if (!e.Info.IsGeneric)
        {
            _events[(int)e.Type]++;
            return;
        }

        var number = (int)(e.UInt64(0) & ushort.MaxValue);
        _syscalls[(number < EventSchema.SyscallCount ? number * 2 : 0) + (e.Info.IsEnter ? 0 : 1)]++;
    }

    /// <summary>Appends the table.</summary>
    public void Append(Utf8Writer output)
    {
        var line = "----------------------\n"u8;
        output.Append(line);
        TextWrap.AppendPadded(output, "Event", NameWidth);
        output.Append("#Calls\n"u8);
        output.Append(line);
        var rows = Sort();
        for (var i = 0; i < rows.Count && i < MaxRows && rows[i].Count > 0; i++)
        {
            var name = rows[i].Name;
            output.Append(rows[i].IsEnter ? "> "u8 : "< "u8);
            TextWrap.AppendPadded(output, name.Length > NameWidth ? name[..NameWidth] : name, NameWidth);
            output.AppendDecimal(rows[i].Count);
            output.Append((byte)'\n');
        }
    }

    List<SummaryRow> Sort()
    {
        var known = new SummaryRow[KnownEvents + (KnownSyscalls * 2)];
        var later = new List<SummaryRow>();
        for (var i = 0; i < _events.Length; i++)
        {
            Place(known, later, i, i < KnownEvents, new SummaryRow(i, IsSyscall: false, _events[i]));
        }

        for (var i = 0; i < _syscalls.Length; i++)
        {
            Place(known, later, KnownEvents + i, i < KnownSyscalls * 2, new SummaryRow(i, IsSyscall: true, _syscalls[i]));
        }

        IntroSort.SortDescending(known);
        var rows = new List<SummaryRow>(known);
        foreach (var row in later)
        {
            var at = rows.FindIndex(other => other.Count < row.Count);
            rows.Insert(at < 0 ? rows.Count : at, row);
        }

        return rows;
    }

    static void Place(SummaryRow[] known, List<SummaryRow> later, int index, bool isKnown, SummaryRow row)
    {
        if (isKnown)
        {
            known[index] = row;
        }
        else if (row.Count > 0)
        {
            later.Add(row);
        }
    }
}
