using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Bearer tokens of accounts. Safe for several threads.</summary>
public sealed class BearerTokens
{
    const int MaxPerUser = 50;
    const long ResolutionMilliseconds = 60_000;

    readonly DocumentTable<BearerToken> _tokens;
    readonly TimeProvider _clock;

    /// <summary>Reads what there is.</summary>
    public BearerTokens(IRecordStore store, TimeProvider clock)
    {
        // Found by the hash of the secret: a look-up takes as long for a wrong one as for a right one.
        _tokens = new DocumentTable<BearerToken>(store, "token");
        _clock = clock;
    }

    long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Tokens of an account, oldest first.</summary>
    public IReadOnlyList<BearerToken> Of(string user) =>
        [.. _tokens.All.Where(t => t.User.Equals(user, StringComparison.OrdinalIgnoreCase)).OrderBy(static t => t.CreatedMs).ThenBy(static t => t.Id, StringComparer.Ordinal)];

    /// <summary>Makes a token.</summary>
    /// <returns>What is kept, and the secret, which is not.</returns>
    /// <exception cref="AccessException">The name is none, or there are too many.</exception>
    public async Task<(BearerToken Token, string Secret)> CreateAsync(string user, string name)
    {
        KeyNames.Check(name);
        if (Of(user).Count >= MaxPerUser)
        {
            throw new AccessException(AccessRefusal.Conflict, $"'{user}' has {MaxPerUser} tokens; remove one first");
        }

        var secret = Secrets.New(Secrets.TokenPrefix);
        var token = new BearerToken(Secrets.NewId(), user, name, Secrets.Hash(secret), Now, null);
        await _tokens.WriteAsync(token.Hash, token);
        return (token, secret);
    }

    /// <summary>Finds a token by its secret.</summary>
    /// <returns>The token; null when there is none.</returns>
    public async ValueTask<BearerToken?> FindAsync(string secret)
    {
        if (_tokens.Find(Secrets.Hash(secret)) is not { } token)
        {
            return null;
        }

        if (Now - (token.LastUsedMs ?? 0) >= ResolutionMilliseconds)
        {
            await _tokens.WriteAsync(token.Hash, token with { LastUsedMs = Now });
        }

        return token;
    }

    /// <summary>Removes a token of an account.</summary>
    /// <exception cref="AccessException">The account has no such token.</exception>
    public async Task RemoveAsync(string user, string id)
    {
        var token = Of(user).FirstOrDefault(t => t.Id == id) ?? throw new AccessException(AccessRefusal.NotFound, $"'{user}' has no token '{id}'");
        await _tokens.RemoveAsync(token.Hash);
    }

    /// <summary>Removes all tokens of an account.</summary>
    public async Task RemoveAllAsync(string user)
    {
        foreach (var token in Of(user))
        {
            await _tokens.RemoveAsync(token.Hash);
        }
    }
}
