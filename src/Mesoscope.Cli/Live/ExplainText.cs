using Mesoscope.Cli.Help;
using Mesoscope.Events.Schema;
using Mesoscope.Query.Filters.Splitting;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Live;

/// <summary>The text of <c>--explain</c>: which part of a filter runs where.</summary>
static class ExplainText
{
    const int Column = 2;
    const int Width = 100;

    /// <summary>Appends the text.</summary>
    public static void Append(Utf8Writer output, FilterSplit split, bool followsCommand)
    {
        var kernel = split.Kernel;
        output.Append("In the kernel, before an event is copied:\n"u8);
        if (kernel.IsNothing)
        {
            AppendItem(output, "nothing can match");
        }
        else if (kernel.IsEverything && !followsCommand)
        {
            AppendItem(output, "nothing: every event is copied");
        }
        else
        {
            AppendTypes(output, kernel.Types);
            AppendKeys(output, "thread.tid", kernel.Tids);
            AppendKeys(output, "proc.pid", kernel.Pids);
            AppendKeys(output, "proc.name", kernel.Comms);
            AppendKeys(output, "container.id", kernel.Containers);
            AppendKeys(output, "processes with their descendants:", kernel.Ancestors);
            if (followsCommand)
            {
                AppendItem(output, "the command with its descendants");
            }
        }

        output.Append("In this program, of the events that arrive:\n"u8);
        output.Append($"  {split.Rest?.ToString() ?? "nothing is left to ask"}\n");
        if (!kernel.IsEverything || followsCommand)
        {
            output.Append("Copied whatever the filter says, because names depend on them, but not shown:\n"u8);
            AppendItem(output, Names(EventTypeSet.ChangingState.Except(kernel.Types)) is { Length: > 0 } names ? names : "nothing");
        }
    }

    static void AppendTypes(Utf8Writer output, EventTypeSet types)
    {
        if (types.IsAll)
        {
            return;
        }

        foreach (var (isEnter, direction) in ((bool, string)[])[(true, "> "), (false, "< ")])
        {
            var half = EventTypeSet.Where(type => EventSchema.Get(type).IsEnter == isEnter, (_, isEnterOfCall) => isEnterOfCall == isEnter);
            var others = half.Except(types);
            var wanted = half.And(types);
            if (wanted.IsEmpty)
            {
                continue;
            }

            var (listed, excluded) = (Names(wanted), Names(others));
            AppendItem(output, direction + (others.IsEmpty ? "all types" : excluded.Length < listed.Length ? $"all types but {excluded}" : listed));
        }
    }

    static void AppendKeys<T>(Utf8Writer output, string what, KeySet<T> keys)
        where T : IEquatable<T>
    {
        if (!keys.IsAll)
        {
            AppendItem(output, $"{what} {string.Join(", ", keys.Members.Order())}");
        }
    }

    static void AppendItem(Utf8Writer output, string text)
    {
        TextWrap.AppendBlanks(output, Column);
        TextWrap.Append(output, text, Column, Width);
        output.Append((byte)'\n');
    }

    /// <summary>The names that <c>evt.type</c> shows, each once.</summary>
    static string Names(EventTypeSet types)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var type = (EventType)0; EventSchema.IsKnown(type); type++)
        {
            var info = EventSchema.Get(type);
            if (!info.IsGeneric && types.Contains(type) && info.Kind is EventKind.Syscall or EventKind.Tracepoint)
            {
                names.Add(info.Name);
            }
        }

        for (var number = 0; number < EventSchema.SyscallCount; number++)
        {
            if (types.ContainsSyscall(number, isEnter: true) || types.ContainsSyscall(number, isEnter: false))
            {
                names.Add(EventSchema.GetSyscall(number).Name);
            }
        }

        return string.Join(", ", names);
    }
}
