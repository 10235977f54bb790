using Mesoscope.Machine;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Formats;

/// <summary>How an event becomes output. An instance remembers what its fields remember and belongs to one thread.</summary>
public abstract class EventFormat
{
    /// <summary>Appends the event, without a line end. False, and nothing appended, when a field that the format insists on is absent.</summary>
    public abstract bool TryFormat(EventContext context, Utf8Writer output);
}
