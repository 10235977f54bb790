using Mesoscope.Server.Access;
using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;

namespace Mesoscope.Server.Hosting;

/// <summary>The way back in for who runs the server and has lost a password: works on the data folder while no server does.</summary>
public static class PasswordReset
{
    /// <summary>Gives an account a new one-time password; its sessions end, and the audit tells of it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="user">Name of the account, whatever the case.</param>
    /// <returns>The password; it is kept nowhere.</returns>
    /// <exception cref="StoreException">There is no database, or a server runs on it.</exception>
    /// <exception cref="AccessException">There is no such account; the message names those that there are.</exception>
    public static async Task<string> RunAsync(string folder, string user)
    {
        if (!SqliteStore.IsIn(folder))
        {
            throw new StoreException($"there is no database in {folder}: give the server's data folder with --data");
        }

        using var store = SqliteStore.Open(new SqliteStoreOptions { Folder = folder, MaintainsItself = false });
        using var access = new AccessControl(store.Records, TimeProvider.System);
        if (access.Accounts.Find(user) is not { } account)
        {
            throw new AccessException(AccessRefusal.NotFound, $"there is no account named '{user}'; there are: {string.Join(", ", access.Accounts.All.Select(static a => a.Name))}");
        }

        var password = await access.ResetPasswordAsync(account.Name).ConfigureAwait(false);
        await access.Audit.AddAsync("server", "user.password", account.Name, "").ConfigureAwait(false);
        return password;
    }
}
