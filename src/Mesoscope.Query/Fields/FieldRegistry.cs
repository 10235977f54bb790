using System.Diagnostics.CodeAnalysis;
using Mesoscope.Query.Fields.EventFields;

namespace Mesoscope.Query.Fields;

/// <summary>All field classes, in the order in which they are listed, and the way from a field's text to a bound field.</summary>
public static class FieldRegistry
{
    /// <summary>
    /// The classes in listing order, each with the first words of its fields' names. When two classes know a name the first one wins.
    /// The order: evt (all events), evt (system calls), process, user, group, container, fd, syslog, util, fdlist, k8s, mesos, span, evtin, and fs.path, which the reference lacks.
    /// </summary>
    static readonly FieldSlot[] s_slots =
    [
        new("evt", static () => new GeneralEventFields()),
        new("evt syscall", static () => new SyscallEventFields()),
        new("proc thread", static () => new Processes.ProcessFields()),
        new("user", static () => new Users.UserFields()),
        new("group", static () => new Users.GroupFields()),
        new("container", static () => new Containers.ContainerFields()),
        new("fd", static () => new Descriptors.DescriptorFields()),
        new("syslog", static () => new Syslog.SyslogFields()),
        new("util", static () => new Counters.CounterFields()),
        new("fdlist", static () => new DescriptorLists.DescriptorListFields()),
        new("k8s", static () => new Orchestration.KubernetesFields()),
        new("mesos marathon dcos", static () => new Orchestration.MesosFields()),
        new("span", static () => new Spans.SpanFields()),
        new("evtin", static () => new Spans.EnclosingSpanFields()),
        new("fs", static () => new Paths.PathFields()),
    ];

    static FieldClass[]? s_classes;

    /// <summary>The classes in listing order.</summary>
    public static IReadOnlyList<FieldClass> Classes => s_classes ??= Array.ConvertAll(s_slots, static slot => slot.Class);

    /// <summary>Binds a text that is one field with its argument, if any.</summary>
    /// <param name="text">Such as <c>proc.aname[2]</c>.</param>
    /// <param name="session">What the options of the run say.</param>
    /// <exception cref="FieldException">There is no such field, or the argument does not suit it.</exception>
    public static Field Bind(string text, FieldSession session)
    {
        if (!TryMatch(text, out var fieldClass, out var info, out var argument, out var length) || length != text.Length)
        {
            throw new FieldException(DescribeUnknown(text));
        }

        return fieldClass.Bind(info, text, argument, session);
    }

    /// <summary>Finds the field that a text begins with: the longest name, together with its argument.</summary>
    /// <param name="text">Such as the rest of a format, <c>evt.arg.fd and more</c>.</param>
    /// <param name="fieldClass">The class that knows the field.</param>
    /// <param name="info">The field.</param>
    /// <param name="argument">The argument without dot or brackets; null when there is none.</param>
    /// <param name="length">How many characters of the text are the field and its argument.</param>
    public static bool TryMatch(
        ReadOnlySpan<char> text,
        [NotNullWhen(true)] out FieldClass? fieldClass,
        [NotNullWhen(true)] out FieldInfo? info,
        out string? argument,
        out int length)
    {
        var dot = text.IndexOf('.');
        var word = dot < 0 ? default : text[..dot];
        foreach (var slot in s_slots)
        {
            if (slot.Owns(word) && FindLongest(slot.Class.Fields, text) is { } found)
            {
                fieldClass = slot.Class;
                info = found;
                length = found.Name.Length + MeasureArgument(fieldClass, found, text[found.Name.Length..]);
                argument = length > found.Name.Length ? ArgumentText.Strip(text[found.Name.Length..length]) : null;
                return argument is not null || found.Argument != FieldArgument.Required;
            }
        }

        fieldClass = null;
        info = null;
        argument = null;
        length = 0;
        return false;
    }

    /// <summary>The known name that is nearest to a text by the number of typing errors; null when none is near.</summary>
    public static string? FindNearest(ReadOnlySpan<char> text) => NearestName.Find(Classes, text);

    /// <summary>A sentence that says why a text is no field and what may have been meant.</summary>
    public static string DescribeUnknown(ReadOnlySpan<char> text)
    {
        if (text.Length > NearestName.MaxLength)
        {
            return $"'{text[..NearestName.MaxLength]}…' is not a field; 'mesoscope trace -l' lists the fields";
        }

        foreach (var slot in s_slots)
        {
            if (FindExact(slot.Class.Fields, text) is { Argument: FieldArgument.Required } info)
            {
                return $"'{info.Name}' needs an argument, as in '{info.Name}.name' or '{info.Name}[0]'";
            }
        }

        return FindNearest(text) is { } nearest
            ? $"'{text}' is not a field; the nearest name is '{nearest}'"
            : $"'{text}' is not a field; 'mesoscope trace -l' lists the fields";
    }

    static int MeasureArgument(FieldClass fieldClass, FieldInfo info, ReadOnlySpan<char> rest) =>
        info.Argument == FieldArgument.None ? 0 : fieldClass.MeasureArgument(info, rest);

    static FieldInfo? FindLongest(IReadOnlyList<FieldInfo> fields, ReadOnlySpan<char> text)
    {
        FieldInfo? longest = null;
        for (var i = 0; i < fields.Count; i++)
        {
            var name = fields[i].Name;
            if (name.Length > (longest?.Name.Length ?? 0) && text.StartsWith(name, StringComparison.Ordinal))
            {
                longest = fields[i];
            }
        }

        return longest;
    }

    static FieldInfo? FindExact(IReadOnlyList<FieldInfo> fields, ReadOnlySpan<char> text) =>
        FindLongest(fields, text) is { } info && info.Name.Length == text.Length ? info : null;
}
