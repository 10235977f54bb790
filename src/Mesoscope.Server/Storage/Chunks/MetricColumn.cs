namespace Mesoscope.Server.Storage.Chunks;

/// <summary>One metric of one entity over the spans of a chunk: four lists of the same length. A span with count 0 was not measured.</summary>
sealed class MetricColumn
{
    public MetricColumn(int capacity)
    {
        Counts = new ushort[capacity];
        Sums = new float[capacity];
        Minimums = new float[capacity];
        Maximums = new float[capacity];
    }

    public uint Metric { get; set; }

    public ushort[] Counts { get; private set; }

    public float[] Sums { get; private set; }

    public float[] Minimums { get; private set; }

    public float[] Maximums { get; private set; }

    // Forgets everything and has room for so many spans.
    public void Clear(int length)
    {
        if (Counts.Length < length)
        {
            Counts = new ushort[length];
            Sums = new float[length];
            Minimums = new float[length];
            Maximums = new float[length];
            return;
        }

        Counts.AsSpan().Clear();
    }

    // Adds what was measured in a part of a span.
    public void Add(int index, float sum, float minimum, float maximum, uint count)
    {
        if (Counts[index] == 0)
        {
            (Sums[index], Minimums[index], Maximums[index]) = (sum, minimum, maximum);
        }
        else
        {
            Sums[index] += sum;
            Minimums[index] = Math.Min(Minimums[index], minimum);
            Maximums[index] = Math.Max(Maximums[index], maximum);
        }

        Counts[index] = (ushort)Math.Min(ushort.MaxValue, Counts[index] + count);
    }
}
