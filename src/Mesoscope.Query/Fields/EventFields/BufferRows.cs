using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary>Sizes of transfers by kind, how files were opened, and what container engines told.</summary>
static class BufferRows
{
    /// <summary>The rows.</summary>
    public static EventFieldRow[] Create() =>
    [
        Length("evt.buflen.in", "Bytes that a call read.", BufferLength.In),
        Length("evt.buflen.out", "Bytes that a call wrote.", BufferLength.Out),
        Length("evt.buflen.file", "Bytes that a call moved from or to a file.", BufferLength.File),
        Length("evt.buflen.file.in", "Bytes that a call read from a file.", BufferLength.FileIn),
        Length("evt.buflen.file.out", "Bytes that a call wrote to a file.", BufferLength.FileOut),
        Length("evt.buflen.net", "Bytes that a call moved over the network.", BufferLength.Net),
        Length("evt.buflen.net.in", "Bytes that a call received over the network.", BufferLength.NetIn),
        Length("evt.buflen.net.out", "Bytes that a call sent over the network.", BufferLength.NetOut),
        EventFieldRow.Bool("evt.is_open_read", "'true' for open, openat and openat2 when the file was opened for reading.", OpenExtractors.IsRead),
        EventFieldRow.Bool("evt.is_open_write", "'true' for open, openat and openat2 when the file was opened for writing.", OpenExtractors.IsWrite),
        Message("evt.infra.docker.name", "What happened to a container, as its engine told.", "Event"u8),
        Message("evt.infra.docker.container.id", "Id of the container that something happened to.", "ID"u8),
        Message("evt.infra.docker.container.name", "Name of the container that something happened to.", "name"u8),
        Message("evt.infra.docker.container.image", "Image of the container that something happened to.", "Image"u8),
        EventFieldRow.Bool("evt.is_open_exec", "'true' for open, openat, openat2 and creat when a file is made that may be executed.", OpenExtractors.IsExecutable),
        EventFieldRow.Bool("evt.is_open_create", "'true' for open, openat, openat2 and open_by_handle_at when the file was not there before.", OpenExtractors.IsCreated).AsAddition(),
    ];

    static EventFieldRow Length(string name, string description, EventExtractor extract) =>
        EventFieldRow.Value(name, ParameterType.UInt64, PrintFormat.Decimal, description, extract).AsUnlisted();

    static EventFieldRow Message(string name, string description, ReadOnlySpan<byte> key)
    {
        var bytes = key.ToArray();
        return EventFieldRow.Text(name, description, (request, _) => new InfrastructureField(bytes) { Info = request.Info, Text = request.Text }).AsUnlisted();
    }
}
