using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>What an event is and what it holds.</summary>
static class ContentRows
{
    /// <summary>The rows.</summary>
    public static EventFieldRow[] Create() =>
    [
        new(
            new FieldInfo("evt.dir", ParameterType.CharBuf, PrintFormat.Direction, "'>' for the event at a call's entry, '<' for the one at its return."),
            static (request, _) => new DirectionField { Info = request.Info, Text = request.Text }),
        EventFieldRow.Text(
            "evt.type",
            "Name of the event, for a system call the call's name, such as 'open'.",
            static (request, _) => new EventTypeField { Info = request.Info, Text = request.Text }),
        new EventFieldRow(
            new FieldInfo("evt.type.is", ParameterType.UInt32, PrintFormat.None, "1 for events of the type that is named, as in evt.type.is.open, and 0 for all others."),
            TypeIsField.Create).WithArgument(),
        EventFieldRow.Value(
            "syscall.type",
            ParameterType.CharBuf,
            PrintFormat.None,
            "Name of the system call. Unlike evt.type it is absent for events that are none, such as switches of the scheduler.",
            FlagExtractors.SyscallName),
        EventFieldRow.Value(
            "evt.category",
            ParameterType.CharBuf,
            PrintFormat.None,
            "Kind of work: 'file' for open or close, 'net' for socket or bind, 'memory' for brk or mmap, and so on. For reads and writes what they are done on.",
            CategoryExtractor.Take),
        new(
            new FieldInfo("evt.cpu", ParameterType.Int16, PrintFormat.Id, "Number of the processor, from 0."),
            static (request, _) => new ProcessorField { Info = request.Info, Text = request.Text }),
        EventFieldRow.Text(
            "evt.args",
            "All parameters in one text.",
            static (request, session) => new ArgumentsField(false, session.Parameters) { Info = request.Info, Text = request.Text }),
        EventFieldRow.Text(
            "evt.arg",
            "One parameter by name or by index from 0, as in 'evt.arg.fd' and 'evt.arg[0]'. Where it stands for something, such as an error or a file, that is shown.",
            ArgumentField.Create).WithArgument(),
        new EventFieldRow(
            new FieldInfo("evt.rawarg", ParameterType.Dynamic, PrintFormat.None, "One parameter by name, as in 'evt.rawarg.fd', with its own type and not made into text."),
            RawArgumentField.Create).WithArgument(),
        EventFieldRow.Text(
            "evt.info",
            "The same as evt.args for most events. Messages to the system's log are shown decoded.",
            static (request, session) => new ArgumentsField(true, session.Parameters) { Info = request.Info, Text = request.Text }),
        new(
            new FieldInfo("evt.buffer", ParameterType.ByteBuf, PrintFormat.None, "The data of calls that read or write. With 'contains' a filter looks into it."),
            static (request, session) => new BufferField(session.Parameters) { Info = request.Info, Text = request.Text }),
        EventFieldRow.Value("evt.buflen", ParameterType.UInt64, PrintFormat.Decimal, "Bytes that a call on a descriptor moved.", BufferLength.Any),
    ];
}
