using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Sign-ins: they end 12 hours after they were used last, and 7 days after they began. Safe for several threads.</summary>
public sealed class Sessions
{
    const long IdleMilliseconds = 12 * 3_600_000L;
    const long LongestMilliseconds = 7 * 86_400_000L;
    const long ResolutionMilliseconds = 60_000;
    const int MaxPerUser = 50;

    readonly DocumentTable<Session> _sessions;
    readonly TimeProvider _clock;

    /// <summary>Reads what there is.</summary>
    public Sessions(IRecordStore store, TimeProvider clock)
    {
        _sessions = new DocumentTable<Session>(store, "session");
        _clock = clock;
    }

    long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Begins a session.</summary>
    /// <returns>Its secret, for the cookie; only a hash of it is kept.</returns>
    public async Task<string> BeginAsync(string user)
    {
        await RemoveOldAsync(user);
        var secret = Secrets.New(Secrets.SessionPrefix);
        await _sessions.WriteAsync(Secrets.Hash(secret), new Session(user, Now, Now));
        return secret;
    }

    /// <summary>Finds a session by its secret and keeps it alive.</summary>
    /// <returns>Its key and whose it is; null when there is none or it is too old.</returns>
    public async ValueTask<(string Key, string User)?> FindAsync(string secret)
    {
        var key = Secrets.Hash(secret);
        if (_sessions.Find(key) is not { } session)
        {
            return null;
        }

        if (IsOver(session))
        {
            await _sessions.RemoveAsync(key);
            return null;
        }

        if (Now - session.SeenMs >= ResolutionMilliseconds)
        {
            await _sessions.WriteAsync(key, session with { SeenMs = Now });
        }

        return (key, session.User);
    }

    /// <summary>True while the session of a key counts.</summary>
    public bool IsOpen(string key) => _sessions.Find(key) is { } session && !IsOver(session);

    /// <summary>Ends a session.</summary>
    public ValueTask EndAsync(string key) => _sessions.RemoveAsync(key);

    /// <summary>Ends all sessions of an account but one.</summary>
    public async Task EndAllAsync(string user, string? exceptKey = null)
    {
        foreach (var (key, _) in _sessions.Entries.Where(s => IsOf(s.Value, user) && s.Key != exceptKey).ToList())
        {
            await _sessions.RemoveAsync(key);
        }
    }

    static bool IsOf(Session session, string user) => session.User.Equals(user, StringComparison.OrdinalIgnoreCase);

    bool IsOver(Session session) => Now - session.SeenMs > IdleMilliseconds || Now - session.CreatedMs > LongestMilliseconds;

    async Task RemoveOldAsync(string user)
    {
        var own = _sessions.Entries.Where(s => IsOf(s.Value, user)).OrderByDescending(static s => s.Value.SeenMs).Skip(MaxPerUser - 1);
        foreach (var (key, _) in _sessions.Entries.Where(s => IsOver(s.Value)).Concat(own).ToList())
        {
            await _sessions.RemoveAsync(key);
        }
    }
}
