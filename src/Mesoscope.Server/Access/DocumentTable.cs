using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

// Documents of one kind, all in memory and each written through to the store. Safe for several threads.
sealed class DocumentTable<T>(IRecordStore store, string kind)
    where T : class
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    readonly ConcurrentDictionary<string, T> _documents = Read(store, kind);

    public ICollection<T> All => _documents.Values;

    public IEnumerable<KeyValuePair<string, T>> Entries => _documents;

    public int Count => _documents.Count;

    public T? Find(string key) => _documents.GetValueOrDefault(key);

    public async ValueTask WriteAsync(string key, T document, CancellationToken cancellation = default)
    {
        await store.WriteDocumentAsync(kind, key, JsonSerializer.Serialize(document, s_json), cancellation);
        _documents[key] = document;
    }

    // Writes a document in place of one that is still there; nothing happens when that was changed or removed.
    public async ValueTask ReplaceAsync(string key, T before, T document)
    {
        if (_documents.TryUpdate(key, document, before))
        {
            await store.WriteDocumentAsync(kind, key, JsonSerializer.Serialize(document, s_json));
            if (!_documents.ContainsKey(key))
            {
                await store.RemoveDocumentAsync(kind, key);
            }
        }
    }

    public async ValueTask RemoveAsync(string key, CancellationToken cancellation = default)
    {
        // Whoever holds a secret that was taken back must not get in while the store is slow.
        _documents.TryRemove(key, out _);
        await store.RemoveDocumentAsync(kind, key, cancellation);
    }

    static ConcurrentDictionary<string, T> Read(IRecordStore store, string kind)
    {
        var documents = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, text) in store.ReadDocuments(kind))
        {
            if (JsonSerializer.Deserialize<T>(text, s_json) is { } document)
            {
                documents[key] = document;
            }
        }

        return documents;
    }
}
