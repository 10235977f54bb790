using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Mesoscope.Server.Ingest;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>The keys that agents show. Safe for several threads.</summary>
public sealed class AccessKeys : IAccessKeys
{
    const int MaxKeys = 1_000;

    readonly DocumentTable<AccessKey> _keys;
    readonly TimeProvider _clock;
    readonly ConcurrentDictionary<string, long> _lastUsed = new(StringComparer.Ordinal);

    /// <summary>Reads what there is.</summary>
    public AccessKeys(IRecordStore store, TimeProvider clock)
    {
        _keys = new DocumentTable<AccessKey>(store, "access-key");
        _clock = clock;
    }

    /// <summary>All keys, oldest first.</summary>
    public IReadOnlyList<AccessKey> All => [.. _keys.All.OrderBy(static k => k.CreatedMs).ThenBy(static k => k.Id, StringComparer.Ordinal)];

    /// <summary>Makes a key.</summary>
    /// <returns>What is kept, and the secret, which is not.</returns>
    /// <exception cref="AccessException">The name is none, or there are too many.</exception>
    public async Task<(AccessKey Key, string Secret)> CreateAsync(string name)
    {
        KeyNames.Check(name);
        if (_keys.Count >= MaxKeys)
        {
            throw new AccessException(AccessRefusal.Conflict, $"there are {MaxKeys} access keys; remove one first");
        }

        var secret = Secrets.New(Secrets.AccessKeyPrefix);
        return (await KeepAsync(name, secret), secret);
    }

    /// <summary>Makes a key of a secret that both sides were given; nothing happens when it is there.</summary>
    public async Task AddAsync(string name, string secret)
    {
        if (_keys.Find(Secrets.Hash(secret)) is null)
        {
            await KeepAsync(name, secret);
        }
    }

    /// <summary>Removes a key.</summary>
    /// <exception cref="AccessException">There is no such key.</exception>
    public async Task<AccessKey> RemoveAsync(string id)
    {
        var key = _keys.All.FirstOrDefault(k => k.Id == id) ?? throw new AccessException(AccessRefusal.NotFound, $"there is no access key '{id}'");
        await _keys.RemoveAsync(key.Hash);
        return key;
    }

    /// <summary>When an agent showed a key last, milliseconds since 1970; null for never.</summary>
    public long? LastUsed(AccessKey key) => _lastUsed.TryGetValue(key.Hash, out var milliseconds) ? milliseconds : key.LastUsedMs;

    /// <summary>Keeps when keys were shown last, for the time behind a restart; to be called every minute.</summary>
    public async Task KeepLastUsedAsync()
    {
        foreach (var (hash, milliseconds) in _lastUsed)
        {
            // One that was removed in between does not come back.
            if (_keys.Find(hash) is { } key && key.LastUsedMs != milliseconds)
            {
                await _keys.ReplaceAsync(hash, key, key with { LastUsedMs = milliseconds });
            }
        }
    }

    /// <inheritdoc/>
    public bool TryFind(ReadOnlySpan<char> key, [NotNullWhen(true)] out AccessKeyInfo? info)
    {
        if (_keys.Find(Secrets.Hash(key)) is not { } found)
        {
            info = null;
            return false;
        }

        _lastUsed[found.Hash] = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        info = new AccessKeyInfo(found.Id, found.Name);
        return true;
    }

    async Task<AccessKey> KeepAsync(string name, string secret)
    {
        var key = new AccessKey(Secrets.NewId(), name, Secrets.Hash(secret), _clock.GetUtcNow().ToUnixTimeMilliseconds());
        await _keys.WriteAsync(key.Hash, key);
        return key;
    }
}
