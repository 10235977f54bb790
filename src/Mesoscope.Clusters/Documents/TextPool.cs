using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>
/// Keeps each text, label and list of labels of a document once: the tasks of an app share nearly all of theirs. Not for several
/// threads at once.
/// </summary>
sealed class TextPool
{
    readonly HashSet<byte[]> _texts = new(ByteTextComparer.Instance);
    readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    readonly Dictionary<(byte[] Key, byte[] Value), Label> _labels = [];
    readonly HashSet<Label[]> _lists = new(LabelListComparer.Instance);

    public TextPool() => _lookup = _texts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The one array of that text.</summary>
    public byte[] Text(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        if (!_lookup.TryGetValue(text, out var found))
        {
            _texts.Add(found = text.ToArray());
        }

        return found;
    }

    /// <summary>The one label of a key and a value, both from this pool.</summary>
    public Label Label(byte[] key, byte[] value)
    {
        // Arrays compare by identity here, which is enough: the pool has each text once.
        if (!_labels.TryGetValue((key, value), out var label))
        {
            _labels.Add((key, value), label = new Label(key, value));
        }

        return label;
    }

    /// <summary>The one list of these labels, all from this pool.</summary>
    public Label[] Labels(List<Label> labels)
    {
        if (labels.Count == 0)
        {
            return [];
        }

        Label[] list = [.. labels];
        if (_lists.TryGetValue(list, out var found))
        {
            return found;
        }

        _lists.Add(list);
        return list;
    }

    sealed class LabelListComparer : IEqualityComparer<Label[]>
    {
        public static readonly LabelListComparer Instance = new();

        public bool Equals(Label[]? x, Label[]? y) => x.AsSpan().SequenceEqual(y, ReferenceEqualityComparer.Instance);

        public int GetHashCode(Label[] obj)
        {
            var hash = new HashCode();
            foreach (var label in obj)
            {
                hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(label));
            }

            return hash.ToHashCode();
        }
    }
}
