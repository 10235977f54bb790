using Mesoscope.Server.Entities;
using Mesoscope.Server.Query.Scopes;

namespace Mesoscope.Server.Query.Curves;

// The different values of the labels that curves are divided by.
sealed class Segments(IReadOnlyList<string> labels)
{
    readonly Dictionary<string, int> _byValues = new(StringComparer.Ordinal);
    readonly List<string[]> _values = [];

    public int Count => _values.Count;

    public int IndexOf(LabelSet entity)
    {
        var values = new string[labels.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ScopeCheck.ValueOf(entity, labels[i]) ?? ScopeCheck.Missing;
        }

        var key = values.Length == 1 ? values[0] : string.Join('\0', values);
        if (!_byValues.TryGetValue(key, out var index))
        {
            _byValues.Add(key, index = _values.Count);
            _values.Add(values);
        }

        return index;
    }

    public IReadOnlyDictionary<string, string> Labels(int segment)
    {
        var named = new Dictionary<string, string>(labels.Count, StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++)
        {
            named.Add(labels[i], _values[segment][i]);
        }

        return named;
    }

    public int Compare(int x, int y)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            var order = string.CompareOrdinal(_values[x][i], _values[y][i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
