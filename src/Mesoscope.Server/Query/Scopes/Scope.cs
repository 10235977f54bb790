using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Query.Scopes;

/// <summary>Chooses entities by their labels: all checks must hold. Never changes.</summary>
public sealed class Scope
{
    readonly ScopeCheck[] _checks;

    Scope(ScopeCheck[] checks) => _checks = checks;

    /// <summary>Chooses everything.</summary>
    public static Scope All { get; } = new([]);

    /// <summary>The checks, in the order of the text.</summary>
    public IReadOnlyList<ScopeCheck> Checks => _checks;

    /// <summary>Reads a scope's text; nothing, or blanks only, chooses everything.</summary>
    /// <exception cref="QueryException">The text is no scope; it says where.</exception>
    public static Scope Parse(string? text) => string.IsNullOrWhiteSpace(text) ? All : new Scope([.. ScopeParser.Parse(text)]);

    /// <summary>True when all checks hold for these labels.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var check in _checks)
        {
            if (!check.Matches(labels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text, which <see cref="Parse"/> reads again.</summary>
    public override string ToString() => string.Join($" {ScopeWords.And} ", _checks.Select(static c => c.ToString()));

    internal Scope And(IEnumerable<ScopeCheck> checks) => new([.. _checks, .. checks]);
}
