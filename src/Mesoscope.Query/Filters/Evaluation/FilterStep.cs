using Mesoscope.Machine;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>One check of a program and where to go on after it: the index of a step, always a lower one, or an end.</summary>
readonly record struct FilterStep(IEventFilter Check, int OnTrue, int OnFalse)
{
    /// <summary>In place of an index: the event is wanted.</summary>
    internal const int Accept = -1;

    /// <summary>In place of an index: the event is not wanted.</summary>
    internal const int Reject = -2;

    /// <summary>True for a check that must not be left out even when its result does not matter.</summary>
    internal bool IsStateful { get; init; }
}
