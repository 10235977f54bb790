namespace Mesoscope.Server.Query.Values;

static class Answers
{
    // Not-a-number and infinity have no place in JSON, and neither is a measured value.
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;
}
