namespace Mesoscope.Clusters.Text;

/// <summary>A label of a container, a task, an app or a Kubernetes object.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value; may be empty.</param>
public sealed record Label(byte[] Key, byte[] Value)
{
    /// <summary>The value of the first label of that name, or null when there is none.</summary>
    public static byte[]? Find(IReadOnlyList<Label> labels, ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (key.SequenceEqual(labels[i].Key))
            {
                return labels[i].Value;
            }
        }

        return null;
    }

    /// <summary>Whether two lists hold the same labels in the same order.</summary>
    public static bool AreEqual(IReadOnlyList<Label> x, IReadOnlyList<Label> y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        var isEqual = x.Count == y.Count;
        for (var i = 0; i < x.Count && isEqual; i++)
        {
            isEqual = x[i].Key.AsSpan().SequenceEqual(y[i].Key) && x[i].Value.AsSpan().SequenceEqual(y[i].Value);
        }

        return isEqual;
    }
}
