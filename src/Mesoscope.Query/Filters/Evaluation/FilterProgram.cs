using Mesoscope.Events.Schema;
using Mesoscope.Machine;

namespace Mesoscope.Query.Filters.Evaluation;

/// <summary>
/// A compiled filter. For every event type that turns up, the checks whose result the type decides are worked out once and left out
/// from then on. Not safe for several threads.
/// </summary>
sealed class FilterProgram : IEventFilter
{
    readonly FilterSteps _all;
    readonly FilterSteps?[] _byType = new FilterSteps?[EventSchema.EventTypeCount];

    internal FilterProgram(FilterSteps all) => _all = all;

    public bool CanMatch(EventType type) => (_byType[(int)type] ?? Specialise(type)).Start != FilterStep.Reject;

    /// <summary>True when a check must be made for every event, even when its result does not matter.</summary>
    internal bool IsStateful => Array.Exists(_all.Steps, static step => step.IsStateful);

    /// <summary>The result for all events of a type; null when the type alone does not decide it.</summary>
    internal bool? Decide(EventType type) => (_byType[(int)type] ?? Specialise(type)).Start switch
    {
        FilterStep.Accept => true,
        FilterStep.Reject => false,
        _ => null,
    };

    public bool Matches(EventContext context)
    {
        var type = context.Event.Type;
        var program = _byType[(int)type] ?? Specialise(type);
        return Run(program, context);
    }

    /// <summary>The result without what is known of the event's type; the yardstick for <see cref="Matches"/>.</summary>
    internal bool MatchesWithoutFolding(EventContext context) => Run(_all, context);

    static bool Run(FilterSteps program, EventContext context)
    {
        var steps = program.Steps;
        var next = program.Start;
        while ((uint)next < (uint)steps.Length)
        {
            ref readonly var step = ref steps[next];
            next = step.Check.Matches(context) ? step.OnTrue : step.OnFalse;
        }

        return next == FilterStep.Accept;
    }

    FilterSteps Specialise(EventType type)
    {
        var steps = _all.Steps;
        var kept = new List<FilterStep>();
        var moved = new int[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            var onTrue = step.OnTrue < 0 ? step.OnTrue : moved[step.OnTrue];
            var onFalse = step.OnFalse < 0 ? step.OnFalse : moved[step.OnFalse];
            var verdict = step.IsStateful ? null : onTrue == onFalse ? true : Decide(step.Check, type);
            if (verdict is { } isTrue)
            {
                moved[i] = isTrue ? onTrue : onFalse;
                continue;
            }

            moved[i] = kept.Count;
            kept.Add(step with { OnTrue = onTrue, OnFalse = onFalse });
        }

        var start = _all.Start < 0 ? _all.Start : moved[_all.Start];
        return _byType[(int)type] = start switch
        {
            FilterStep.Accept => FilterSteps.Always,
            FilterStep.Reject => FilterSteps.Never,
            _ => kept.Count == steps.Length ? _all : new FilterSteps(kept.ToArray(), start),
        };
    }

    static bool? Decide(IEventFilter check, EventType type)
    {
        if (check is FieldCheck { } known && known.Decide(type) is { } verdict)
        {
            return verdict;
        }

        return check.CanMatch(type) ? null : false;
    }
}
