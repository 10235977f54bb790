using System.Collections.Concurrent;

namespace Mesoscope.Server.Entities;

/// <summary>Keeps one copy of texts that come again and again, such as names and values of labels. Safe for several threads.</summary>
/// <param name="capacity">Texts at most; further ones are not kept.</param>
sealed class StringPool(int capacity)
{
    readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string Share(string text) =>
        _texts.TryGetValue(text, out var known) ? known : _texts.Count < capacity ? _texts.GetOrAdd(text, text) : text;
}
