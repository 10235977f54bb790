namespace Mesoscope.ServerBench;

static class Percentile
{
    public static double Of(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
