using System.Globalization;
using System.Text;

namespace Mesoscope.Events.Schema;

/// <summary>Decodes one row of the generated tables. The rows were checked when they were generated.</summary>
static class SchemaRowReader
{
    static readonly string[] s_types =
    [
        "none", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "charbuf", "bytebuf", "errno", "sockaddr",
        "socktuple", "fd", "pid", "fdlist", "fspath", "syscallid", "sigtype", "reltime", "abstime", "port", "l4proto", "sockfamily",
        "bool", "ipv4addr", "dynamic", "flags8", "flags16", "flags32", "uid", "gid", "double", "sigset", "charbufarray",
        "charbufpairarray", "ipv4net", "ipv6addr", "ipv6net", "ipaddr", "ipnet", "mode", "fsrelpath", "enumflags8", "enumflags16",
        "enumflags32", "fd32", "pid32",
    ];

    static readonly string[] s_formats = ["na", "dec", "hex", "paddeddec", "id", "dir", "oct"];

    static readonly (string Name, EventCategory Category)[] s_categories =
    [
        ("unknown", EventCategory.Unknown), ("other", EventCategory.Other), ("file", EventCategory.File), ("net", EventCategory.Net),
        ("ipc", EventCategory.Ipc), ("memory", EventCategory.Memory), ("process", EventCategory.Process), ("sleep", EventCategory.Sleep),
        ("system", EventCategory.System), ("signal", EventCategory.Signal), ("user", EventCategory.User), ("time", EventCategory.Time),
        ("processing", EventCategory.Processing), ("io.read", EventCategory.IoRead), ("io.write", EventCategory.IoWrite),
        ("io.other", EventCategory.IoOther), ("wait", EventCategory.Wait), ("scheduler", EventCategory.Scheduler),
        ("internal", EventCategory.Internal),
    ];

    static readonly string[] s_kinds = ["unused", "syscall", "tracepoint", "plugin", "metaevent", "iterator"];

    static readonly string[] s_flags =
    [
        "CreatesFd", "DestroysFd", "UsesFd", "ReadsFromFd", "WritesToFd", "ModifiesState", "Unused", "Waits", "SkipsParserReset",
        "OldVersion", "DropSimple", "LargePayload", "Converted",
    ];

    /// <summary>Columns: name, category, kind, flags, parameters shown (-1: all), parameters.</summary>
    public static EventInfo ReadEvent(EventType type, ReadOnlySpan<byte> row)
    {
        var cells = Encoding.UTF8.GetString(row).Split('\t');
        var parameters = new ParameterInfo[cells.Length - 5];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = ReadParameter(cells[i + 5]);
        }

        var shown = int.Parse(cells[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new EventInfo
        {
            Type = type,
            Name = cells[0],
            Utf8 = Encoding.UTF8.GetBytes(cells[0]),
            Category = Category(cells[1]),
            Kind = (EventKind)Array.IndexOf(s_kinds, cells[2]),
            Flags = Flags(cells[3]),
            Parameters = parameters,
            ShownParameterCount = shown < 0 ? parameters.Length : shown,
        };
    }

    /// <summary>Columns: name, category, flags.</summary>
    public static SyscallInfo ReadSyscall(int number, ReadOnlySpan<byte> row)
    {
        var cells = Encoding.UTF8.GetString(row).Split('\t');
        return new SyscallInfo(number, cells[0], Encoding.UTF8.GetBytes(cells[0]), Category(cells[1]), Flags(cells[2]));
    }

    /// <summary>Lines: the table's name, then name and value.</summary>
    public static NamedValue[] ReadNames(ReadOnlySpan<byte> row)
    {
        var lines = Encoding.UTF8.GetString(row).Split('\n');
        var names = new NamedValue[lines.Length - 1];
        for (var i = 0; i < names.Length; i++)
        {
            var cells = lines[i + 1].Split('\t');
            names[i] = new NamedValue(cells[0], Encoding.UTF8.GetBytes(cells[0]), uint.Parse(cells[1], CultureInfo.InvariantCulture));
        }

        return names;
    }

    /// <summary>Lines: the table's name, then type and format.</summary>
    public static ParameterVariant[] ReadVariants(ReadOnlySpan<byte> row)
    {
        var lines = Encoding.UTF8.GetString(row).Split('\n');
        var variants = new ParameterVariant[lines.Length - 1];
        for (var i = 0; i < variants.Length; i++)
        {
            var cells = lines[i + 1].Split(':');
            variants[i] = new ParameterVariant(Type(cells[0]), Format(cells[1]));
        }

        return variants;
    }

    static ParameterInfo ReadParameter(string cell)
    {
        var parts = cell.Split(':');
        var type = Type(parts[1]);
        var extra = parts.Length > 3 ? parts[3] : "";
        var isPath = type == ParameterType.FsRelPath;
        return new ParameterInfo(
            parts[0],
            Encoding.UTF8.GetBytes(parts[0]),
            type,
            Format(parts[2]),
            extra.Length == 0 || isPath || type == ParameterType.Dynamic ? [] : EventSchema.GetNames(extra),
            type == ParameterType.Dynamic ? EventSchema.GetVariants(extra) : [],
            isPath && extra.Length > 0 ? int.Parse(extra, CultureInfo.InvariantCulture) : -1);
    }

    static ParameterType Type(string name) => (ParameterType)Array.IndexOf(s_types, name);

    static PrintFormat Format(string name) => (PrintFormat)Array.IndexOf(s_formats, name);

    static EventCategory Category(string name)
    {
        foreach (var (known, category) in s_categories)
        {
            if (known == name)
            {
                return category;
            }
        }

        return EventCategory.Unknown;
    }

    static EventFlags Flags(string cell)
    {
        var flags = EventFlags.None;
        foreach (var name in cell.Split('|'))
        {
            var bit = Array.IndexOf(s_flags, name);
            flags |= bit < 0 ? EventFlags.None : (EventFlags)(1 << bit);
        }

        return flags;
    }
}
