using System.Text.RegularExpressions;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Who may sign in. Safe for several threads.</summary>
public sealed partial class Accounts : IDisposable
{
    /// <summary>The name of the account that the first start makes.</summary>
    public const string FirstAdmin = "admin";

    const int LeastPasswordLength = 12;
    const int MostPasswordLength = 256;

    // Checked in place of an account that is not there, so that both take the same time.
    const string NobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    readonly DocumentTable<Account> _accounts;
    readonly TimeProvider _clock;
    readonly PasswordHasher _hasher = new();
    readonly SemaphoreSlim _changes = new(1);

    /// <summary>Reads what there is.</summary>
    public Accounts(IRecordStore store, TimeProvider clock)
    {
        _accounts = new DocumentTable<Account>(store, "account");
        _clock = clock;
    }

    /// <summary>All accounts by name.</summary>
    public IReadOnlyList<Account> All => [.. _accounts.All.OrderBy(static a => a.Name, StringComparer.Ordinal)];

    /// <summary>The account of a name, whatever the case; null when there is none.</summary>
    public Account? Find(string name) => _accounts.Find(Key(name));

    /// <summary>The account when the password is right; null otherwise, after the same time whether or not there is one.</summary>
    public async Task<Account?> CheckAsync(string name, string password, CancellationToken cancellation = default)
    {
        var account = Find(name);
        if (password.Length > MostPasswordLength)
        {
            return null;
        }

        var isRight = await _hasher.VerifyAsync(password, account?.PasswordHash ?? NobodysHash, cancellation);
        return isRight ? account : null;
    }

    /// <summary>Makes an account with a password that is to be changed.</summary>
    /// <returns>The password; it is kept nowhere.</returns>
    /// <exception cref="AccessException">The name is none, or taken.</exception>
    public Task<string> CreateAsync(string name, Role role) => ChangeAsync(async () =>
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new AccessException(AccessRefusal.Invalid, $"'{name}' is no name for an account; expected 1 to 64 letters, digits or . _ @ -");
        }

        if (Find(name) is not null)
        {
            throw new AccessException(AccessRefusal.Conflict, $"there is an account named '{name}'; choose another name");
        }

        var password = Secrets.NewPassword();
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        await _accounts.WriteAsync(Key(name), new Account(name, role, await _hasher.HashAsync(password), true, now, null));
        return password;
    });

    /// <summary>Gives an account a new password that is to be changed.</summary>
    /// <returns>The password; it is kept nowhere.</returns>
    /// <exception cref="AccessException">There is no such account.</exception>
    public Task<string> ResetAsync(string name) => ChangeAsync(async () =>
    {
        var account = Existing(name);
        var password = Secrets.NewPassword();
        await _accounts.WriteAsync(Key(name), account with { PasswordHash = await _hasher.HashAsync(password), MustChangePassword = true });
        return password;
    });

    /// <summary>Changes a password to one of its owner's choice.</summary>
    /// <exception cref="AccessException">The new password is too short, too long, or the old one.</exception>
    public Task<string> ChangePasswordAsync(string name, string current, string password) => ChangeAsync(async () =>
    {
        var account = Existing(name);
        if (password.Length is < LeastPasswordLength or > MostPasswordLength)
        {
            throw new AccessException(AccessRefusal.Invalid, $"a password of {password.Length} characters; expected {LeastPasswordLength} to {MostPasswordLength}");
        }

        if (password == current)
        {
            throw new AccessException(AccessRefusal.Invalid, "the new password is the current one; expected another");
        }

        await _accounts.WriteAsync(Key(name), account with { PasswordHash = await _hasher.HashAsync(password), MustChangePassword = false });
        return password;
    });

    /// <summary>Removes an account.</summary>
    /// <exception cref="AccessException">There is no such account, or it is the last admin.</exception>
    public Task<string> RemoveAsync(string name) => ChangeAsync(async () =>
    {
        var account = Existing(name);
        if (account.Role == Role.Admin && _accounts.All.Count(static a => a.Role == Role.Admin) == 1)
        {
            throw new AccessException(AccessRefusal.Conflict, $"'{name}' is the only admin; make another one first");
        }

        await _accounts.RemoveAsync(Key(name));
        return name;
    });

    /// <summary>Notes that somebody signed in.</summary>
    public Task<string> NoteSignInAsync(string name) => ChangeAsync(async () =>
    {
        await _accounts.WriteAsync(Key(name), Existing(name) with { LastSignInMs = _clock.GetUtcNow().ToUnixTimeMilliseconds() });
        return name;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _hasher.Dispose();
        _changes.Dispose();
    }

    static string Key(string name) => name.ToLowerInvariant();

    [GeneratedRegex(@"\A[A-Za-z0-9._@-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    Account Existing(string name) => Find(name) ?? throw new AccessException(AccessRefusal.NotFound, $"there is no account named '{name}'");

    // One change at a time: what was checked is still true when it is written.
    async Task<string> ChangeAsync(Func<Task<string>> change)
    {
        await _changes.WaitAsync();
        try
        {
            return await change();
        }
        finally
        {
            _changes.Release();
        }
    }
}
