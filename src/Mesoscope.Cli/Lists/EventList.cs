using Mesoscope.Events.Schema;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Lists;

/// <summary>The answer to <c>-L</c>: the event types that are not outdated, with their parameters.</summary>
static class EventList
{
    /// <summary>Appends one line per type.</summary>
    public static void Append(Utf8Writer output)
    {
        for (var number = 0; number < EventSchema.EventTypeCount; number++)
        {
            var info = EventSchema.Get((EventType)number);
            if ((info.Flags & (EventFlags.Unused | EventFlags.OldVersion)) == 0 && (info.Category & EventCategory.Internal) == 0)
            {
                AppendEvent(output, info);
            }
        }
    }

    static void AppendEvent(Utf8Writer output, EventInfo info)
    {
        output.Append(info.IsEnter ? "> "u8 : "< "u8);
        output.Append(info.Utf8);
        output.Append((byte)'(');
        for (var i = 0; i < info.ShownParameterCount; i++)
        {
            output.Append(i == 0 ? ""u8 : ", "u8);
            output.Append(TypeNames.Get(info.Parameters[i].Type));
            output.Append((byte)' ');
            output.Append(info.Parameters[i].Utf8);
        }

        output.Append(")\n"u8);
    }
}
