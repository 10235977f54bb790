using Mesoscope.Server.Limits;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Everything about who may do what, over one store. Safe for several threads.</summary>
public sealed class AccessControl : IDisposable
{
    const int TriesOfAccountAndAddress = 10;
    const int TriesOfAccount = 100;
    const int TriesOfAddress = 50;
    const int WrongTokensOfAddress = 100;

    static readonly TimeSpan s_signInWindow = TimeSpan.FromMinutes(5);
    static readonly TimeSpan s_tokenWindow = TimeSpan.FromMinutes(1);

    readonly TryLimit _byAccountAndAddress;
    readonly TryLimit _byAccount;
    readonly TryLimit _byAddress;

    /// <summary>Reads what there is.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="clock">What time it is.</param>
    public AccessControl(IRecordStore store, TimeProvider clock)
    {
        Accounts = new Accounts(store, clock);
        Sessions = new Sessions(store, clock);
        Tokens = new BearerTokens(store, clock);
        Keys = new AccessKeys(store, clock);
        Audit = new Audit(store, clock);
        WrongTokens = new TryLimit(clock, WrongTokensOfAddress, s_tokenWindow);
        _byAccountAndAddress = new TryLimit(clock, TriesOfAccountAndAddress, s_signInWindow);
        _byAccount = new TryLimit(clock, TriesOfAccount, s_signInWindow);
        _byAddress = new TryLimit(clock, TriesOfAddress, s_signInWindow);
    }

    /// <summary>Who may sign in.</summary>
    public Accounts Accounts { get; }

    /// <summary>Who has signed in.</summary>
    public Sessions Sessions { get; }

    /// <summary>Tokens of scripts.</summary>
    public BearerTokens Tokens { get; }

    /// <summary>Keys of agents.</summary>
    public AccessKeys Keys { get; }

    /// <summary>Who changed what.</summary>
    public Audit Audit { get; }

    /// <summary>Wrong tokens, by address.</summary>
    public TryLimit WrongTokens { get; }

    /// <summary>Makes an admin and an access key when there is no account yet.</summary>
    /// <returns>What to show once; null when there are accounts.</returns>
    public async Task<FirstStart?> PrepareAsync()
    {
        if (Accounts.All.Count > 0)
        {
            return null;
        }

        var (_, key) = await Keys.CreateAsync("first");
        var password = await Accounts.CreateAsync(Accounts.FirstAdmin, Role.Admin);
        await Audit.AddAsync("server", "server.first-start", Accounts.FirstAdmin, "");
        return new FirstStart(Accounts.FirstAdmin, password, key);
    }

    /// <summary>Signs somebody in.</summary>
    /// <returns>The session's secret, for the cookie.</returns>
    /// <exception cref="AccessException">Name or password is wrong, or there were too many wrong ones.</exception>
    public async Task<(string Secret, Account Account)> SignInAsync(string user, string password, string address, CancellationToken cancellation)
    {
        var name = user.ToLowerInvariant();
        var both = $"{name}\n{address}";
        var wait = new[] { _byAccountAndAddress.Wait(both), _byAccount.Wait(name), _byAddress.Wait(address) }.Max();
        if (wait > TimeSpan.Zero)
        {
            throw new AccessException(AccessRefusal.TooMany, $"too many wrong passwords; try again in {Math.Ceiling(wait.TotalSeconds)} seconds") { RetryAfter = wait };
        }

        // Counted before the password is checked, so that many at once do not slip through.
        _byAccountAndAddress.Add(both);
        _byAccount.Add(name);
        _byAddress.Add(address);
        if (await Accounts.CheckAsync(user, password, cancellation) is not { } account)
        {
            await Audit.AddAsync(user, "session.refuse", "wrong name or password", address);
            throw new AccessException(AccessRefusal.Unknown, "name or password is wrong");
        }

        _byAccountAndAddress.Clear(both);
        _byAccount.Clear(name);
        _byAddress.Clear(address);
        await Accounts.NoteSignInAsync(account.Name);
        await Audit.AddAsync(account.Name, "session.begin", account.Name, address);
        return (await Sessions.BeginAsync(account.Name), account);
    }

    /// <summary>Changes the password of who asks; all other sessions of the account end.</summary>
    /// <exception cref="AccessException">The current password is wrong, the new one does not do, or there were too many wrong ones.</exception>
    public async Task ChangePasswordAsync(Caller caller, string current, string password, string address, CancellationToken cancellation)
    {
        var key = $"{caller.User}\n{address}";
        if (_byAccountAndAddress.Wait(key) is var wait && wait > TimeSpan.Zero)
        {
            throw new AccessException(AccessRefusal.TooMany, $"too many wrong passwords; try again in {Math.Ceiling(wait.TotalSeconds)} seconds") { RetryAfter = wait };
        }

        if (await Accounts.CheckAsync(caller.User, current, cancellation) is null)
        {
            _byAccountAndAddress.Add(key);
            throw new AccessException(AccessRefusal.Invalid, "the current password is wrong");
        }

        await Accounts.ChangePasswordAsync(caller.User, current, password);
        await Sessions.EndAllAsync(caller.User, caller.SessionKey);
        await Audit.AddAsync(caller.User, "user.change-password", caller.User, address);
    }

    /// <summary>Gives an account a one-time password; its sessions end.</summary>
    /// <returns>The password; it is kept nowhere.</returns>
    /// <exception cref="AccessException">There is no such account.</exception>
    public async Task<string> ResetPasswordAsync(string user)
    {
        var password = await Accounts.ResetAsync(user);
        await Sessions.EndAllAsync(user);
        return password;
    }

    /// <summary>Finds out who shows a session's secret.</summary>
    public async ValueTask<Caller?> FindBySessionAsync(string secret) =>
        await Sessions.FindAsync(secret) is { } session && Accounts.Find(session.User) is { } account
            ? new Caller(account, session.Key, null, Secrets.CsrfToken(secret))
            : null;

    /// <summary>Finds out who shows a token.</summary>
    public async ValueTask<Caller?> FindByTokenAsync(string secret) =>
        await Tokens.FindAsync(secret) is { } token && Accounts.Find(token.User) is { } account ? new Caller(account, null, token.Id, "") : null;

    /// <summary>True while the session or token that somebody showed still counts; for answers that take long.</summary>
    public bool IsValid(Caller caller) => Accounts.Find(caller.User) is not null
        && (caller.SessionKey is { } key ? Sessions.IsOpen(key) : Tokens.Of(caller.User).Any(t => t.Id == caller.TokenId));

    /// <inheritdoc/>
    public void Dispose() => Accounts.Dispose();
}
