using System.Text;
using System.Text.Json;

namespace Mesoscope.Server.Live;

// One event as it goes over the wire: made once, sent to many.
static class LiveEvent
{
    public static ReadOnlyMemory<byte> Make<T>(string name, T data, JsonSerializerOptions json)
    {
        using var bytes = new MemoryStream(512);
        bytes.Write(Encoding.ASCII.GetBytes($"event: {name}\ndata: "));
        JsonSerializer.Serialize(bytes, data, json);
        bytes.Write("\n\n"u8);
        return bytes.ToArray();
    }
}
