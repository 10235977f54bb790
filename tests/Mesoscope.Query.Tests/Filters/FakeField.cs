using Mesoscope.Machine;
using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Tests.Filters;

sealed class FakeField(FakeFields fields, bool isStateful) : Field
{
    public override bool IsStateful => isStateful;

    public override bool TryGet(EventContext context, ref FieldValue value)
    {
        fields.Reads[Info.Name] = fields.Reads.GetValueOrDefault(Info.Name) + 1;
        switch (Info.Name)
        {
            case "evt.type":
                value.Bytes = FilterEvents.NameOf(context.Event);
                return true;
            case "evt.dir":
                value.Bytes = context.Event.Info.IsEnter ? ">"u8 : "<"u8;
                return true;
            case "evt.is_io":
                value.Number = FilterEvents.IsIo(context.Event) ? 1ul : 0;
                return true;
        }

        if (!fields.Values.TryGetValue(Info.Name, out var known))
        {
            return false;
        }

        value.Number = known.Number;
        value.Bytes = known.Bytes;
        return true;
    }
}
