namespace Mesoscope.EndToEnd.Tests.Servers;

// What ten seconds hold of one metric. Stores keep floats.
readonly record struct SlotValue(double Sum, uint Count)
{
    const double Precision = 1e-4;

    public bool IsNear(SlotValue other) => Count == other.Count && Math.Abs(Sum - other.Sum) <= Precision * Math.Max(1, Math.Abs(other.Sum));

    public SlotValue Plus(double sum, uint count) => new(Sum + sum, Count + count);
}
