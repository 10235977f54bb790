namespace Mesoscope.Query.Text;

/// <summary>Processes, users and groups among an event's parameters.</summary>
static class ProcessText
{
    /// <summary>Appends the command name of the thread with that id; nothing when it is not known.</summary>
    public static void AppendCommand(Utf8Writer output, in ParameterView parameter)
    {
        if (parameter.Context.Machine.FindThread(parameter.Signed) is { } thread)
        {
            output.Append(thread.Comm);
        }
    }

    /// <summary>Appends a user's or group's number; all ones are -1.</summary>
    public static void AppendId(Utf8Writer output, in ParameterView parameter) => output.AppendDecimal((long)(int)parameter.Unsigned);

    /// <summary>Appends a user's name, <c>&lt;NA&gt;</c> when it is not known, <c>&lt;NONE&gt;</c> for no user.</summary>
    public static void AppendUser(Utf8Writer output, in ParameterView parameter)
    {
        var id = (uint)parameter.Unsigned;
        AppendName(output, id, parameter.Context.Machine.Users.FindUser(id)?.Name);
    }

    /// <summary>Appends a group's name, <c>&lt;NA&gt;</c> when it is not known, <c>&lt;NONE&gt;</c> for no group.</summary>
    public static void AppendGroup(Utf8Writer output, in ParameterView parameter)
    {
        var id = (uint)parameter.Unsigned;
        AppendName(output, id, parameter.Context.Machine.Users.FindGroup(id)?.Name);
    }

    static void AppendName(Utf8Writer output, uint id, byte[]? name)
    {
        if (id == uint.MaxValue)
        {
            output.Append("<NONE>"u8);
        }
        else if (name is null)
        {
            output.Append("<NA>"u8);
        }
        else
        {
            PrintableText.AppendSanitized(output, name);
        }
    }
}
