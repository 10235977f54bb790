using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mesoscope.Server.Ingest;

// What is stored of an agent, as JSON.
sealed record AgentDocument(
    string Stored,
    long ShiftMs,
    long SkewMs,
    long LastSeenMs,
    long NewestSampleMs,
    string Version,
    string HostName,
    ulong SpooledBatches,
    Dictionary<string, ulong> Drops,
    List<string> Missing,
    Dictionary<string, string> Tags,
    List<string> Recent,
    IReadOnlyList<Silence>? Silences = null)
{
    // The kind of its documents.
    public const string Kind = "agent";

    public string ToText() => JsonSerializer.Serialize(this, AgentDocumentJson.Default.AgentDocument);

    public static AgentDocument? FromText(string text) => JsonSerializer.Deserialize(text, AgentDocumentJson.Default.AgentDocument);
}

[JsonSerializable(typeof(AgentDocument))]
sealed partial class AgentDocumentJson : JsonSerializerContext;
