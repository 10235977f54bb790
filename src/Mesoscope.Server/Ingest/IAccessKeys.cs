using System.Diagnostics.CodeAnalysis;

namespace Mesoscope.Server.Ingest;

/// <summary>The keys that agents show. Safe for several threads.</summary>
public interface IAccessKeys
{
    /// <summary>Finds a key; takes as long for a wrong one as for a right one.</summary>
    /// <param name="key">What the agent showed.</param>
    /// <param name="info">Whose key it is.</param>
    bool TryFind(ReadOnlySpan<char> key, [NotNullWhen(true)] out AccessKeyInfo? info);
}
