using System.Text.RegularExpressions;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Access;

/// <summary>Groupings that accounts keep, each its own. Safe for several threads.</summary>
/// <param name="store">Where they are kept.</param>
public sealed partial class SavedGroupings(IRecordStore store)
{
    const int MaxPerUser = 100;

    readonly DocumentTable<SavedGrouping> _groupings = new(store, "grouping");

    /// <summary>Those of an account, by name.</summary>
    public IReadOnlyList<SavedGrouping> Of(string user) =>
        [.. _groupings.Entries.Where(g => g.Key.StartsWith(Key(user, ""), StringComparison.Ordinal)).Select(static g => g.Value).OrderBy(static g => g.Name, StringComparer.Ordinal)];

    /// <summary>Keeps one, in place of the one with its id.</summary>
    /// <exception cref="AccessException">Id or name are none, or there are too many.</exception>
    public async Task KeepAsync(string user, SavedGrouping grouping)
    {
        KeyNames.Check(grouping.Name);
        if (!IdPattern().IsMatch(grouping.Id))
        {
            throw new AccessException(AccessRefusal.Invalid, $"'{grouping.Id}' is no id; expected 1 to 64 letters, digits, - or _");
        }

        if (Of(user).Count(g => g.Id != grouping.Id) >= MaxPerUser)
        {
            throw new AccessException(AccessRefusal.Conflict, $"'{user}' keeps {MaxPerUser} groupings; remove one first");
        }

        await _groupings.WriteAsync(Key(user, grouping.Id), grouping);
    }

    /// <summary>Removes one.</summary>
    /// <exception cref="AccessException">There is no such grouping.</exception>
    public async Task RemoveAsync(string user, string id)
    {
        if (_groupings.Find(Key(user, id)) is null)
        {
            throw new AccessException(AccessRefusal.NotFound, $"there is no grouping '{id}'");
        }

        await _groupings.RemoveAsync(Key(user, id));
    }

    // No name of an account holds a slash.
    static string Key(string user, string id) => $"{user.ToLowerInvariant()}/{id}";

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IdPattern();
}
