namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>Checks in the order of evaluation, last first, and where to begin.</summary>
/// <param name="steps">The checks.</param>
/// <param name="start">Index of the first check to make, or one of the ends of <see cref="FilterStep"/>.</param>
sealed class FilterSteps(FilterStep[] steps, int start)
{
    internal static readonly FilterSteps Always = new([], FilterStep.Accept);

    internal static readonly FilterSteps Never = new([], FilterStep.Reject);

    internal FilterStep[] Steps => steps;

    internal int Start => start;
}
