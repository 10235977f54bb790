using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.EventFields;

/// <summary><c>evt.cpu</c>.</summary>
sealed class ProcessorField : Field
{
    /// <inheritdoc/>
    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        value.Number = (ulong)(short)context.Event.Cpu;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppend(EventContext context, Utf8Writer output)
    {
        output.AppendDecimal((long)(short)context.Event.Cpu);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryAppendJson(EventContext context, Utf8Writer output) => TryAppend(context, output);
}
