using Mesoscope.Samples.Metrics;

namespace Mesoscope.Server.Query.Values;

static class Lives
{
    // Each thing that lives is one: sum and count say how many, all else that it is one.
    public static double Result(Column column, int count) =>
        column.Group is Aggregation.Sum or Aggregation.Count ? count : count > 0 ? 1 : double.NaN;
}
