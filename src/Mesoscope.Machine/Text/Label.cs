namespace Mesoscope.Machine.Text;

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
}
