using System.Text.Json;

namespace Mesoscope.Containers.Docker;

/// <summary>Reads the stream of <c>/events</c>: JSON documents, one a line.</summary>
static class DockerEvents
{
    /// <summary>Only what changes what is known of a container is asked for, and how it ends.</summary>
    public const string Path =
        "/events?filters=%7B%22type%22%3A%5B%22container%22%5D%2C%22event%22%3A%5B%22create%22%2C%22start%22%2C%22rename%22%2C%22update%22%2C%22destroy%22%2C%22die%22%2C%22oom%22%5D%7D";

    /// <summary>Longest event that is read. They carry the labels of the container.</summary>
    const int MaxLineBytes = 1024 * 1024;

    /// <summary>Reads until the stream ends.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="onChange">Called for each change of a container.</param>
    /// <param name="onNonsense">Called for a line that is no event.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task ReadAsync(Stream stream, Action<DockerChange> onChange, Action onNonsense, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            length += count;
            var used = TakeLines(buffer.AsSpan(0, length), onChange, onNonsense);
            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
            if (length == buffer.Length)
            {
                if (length >= MaxLineBytes)
                {
                    throw new IOException($"an event of more than {MaxLineBytes} bytes");
                }

                Array.Resize(ref buffer, length * 2);
            }
        }
    }

    static int TakeLines(ReadOnlySpan<byte> text, Action<DockerChange> onChange, Action onNonsense)
    {
        var used = 0;
        while (text[used..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = text.Slice(used, end).Trim(" \r"u8);
            used += end + 1;
            if (!line.IsEmpty)
            {
                Take(line, onChange, onNonsense);
            }
        }

        return used;
    }

    static void Take(ReadOnlySpan<byte> line, Action<DockerChange> onChange, Action onNonsense)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            // Newer runtimes leave out the members of the oldest API.
            var id = root.Member("Actor"u8).Text("ID"u8) is { Length: > 0 } actor ? actor : root.Text("id"u8);
            var action = root.Text("Action"u8) is { Length: > 0 } newer ? newer : root.Text("status"u8);
            if (ContainerId.IsValid(id))
            {
                onChange(new DockerChange(id, action, root.Member("Actor"u8).Members("Attributes"u8)));
                return;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Counted below.
        }

        onNonsense();
    }
}
