using System.Globalization;
using Mesoscope.Machine;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.around[T]=D</c>: events at most D milliseconds before or after the time T.</summary>
sealed class AroundField(ulong time) : Field
{
    const ulong NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Binds the field.</summary>
    public static Field Create(EventFieldRequest request, FieldSession session) =>
        request.IsIndexed && ulong.TryParse(request.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? new AroundField(time) { Info = request.Info, Text = request.Text }
            : throw new FieldException($"'{request.Text}' needs a time in nanoseconds, as in 'evt.around[1404996934793590564]=1000'");

    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Number = context.Event.Timestamp;
        return true;
    }

    /// <inheritdoc/>
    public override IEventFilter? Compare(FilterOperator operation, IReadOnlyList<string> operands)
    {
        if (operation != FilterOperator.Equal)
        {
            throw new FilterException("evt.around can only be compared with '='");
        }

        return ulong.TryParse(operands[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new AroundFilter(time, milliseconds * NanosecondsPerMillisecond)
            : throw new FilterException($"'{operands[0]}' is not a number of milliseconds, which evt.around is compared with");
    }

    sealed class AroundFilter(ulong time, ulong distance) : IEventFilter
    {
        public bool Matches(EventContext context) =>
            time >= context.Event.Timestamp - distance && time <= context.Event.Timestamp + distance;
    }
}
