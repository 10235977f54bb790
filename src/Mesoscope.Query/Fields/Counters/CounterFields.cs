using Mesoscope.Events.Schema;

namespace Mesoscope.Query.Fields.Counters;

/// <summary>The field <c>util.cnt</c>, which counts how often it is asked.</summary>
sealed class CounterFields : TableFieldClass
{
    /// <inheritdoc/>
    public override string Name => "util";

    /// <inheritdoc/>
    public override string Description => "";

    /// <inheritdoc/>
    public override bool IsUnlisted => true;

    /// <inheritdoc/>
    protected override FieldRow[] CreateRows() =>
    [
        new(new FieldInfo("util.cnt", ParameterType.UInt64, PrintFormat.Id, "A number that grows by one each time."), Count) { IsStateful = true },
    ];

    static bool Count(Machine.EventContext context, FieldScratch scratch, ref FieldValue value)
    {
        var counter = (ulong[])(scratch.Memory ??= new ulong[1]);
        return value.Set(++counter[0]);
    }
}
