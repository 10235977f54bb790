using Mesoscope.Machine;
using Mesoscope.Machine.Containers;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.Containers;

/// <summary>Takes a value out of a container's record; false when there is none.</summary>
/// <param name="container">The record.</param>
/// <param name="context">The event.</param>
/// <param name="scratch">Empty, for texts that are put together.</param>
/// <param name="value">The value.</param>
delegate bool ContainerExtractor(ContainerInfo container, EventContext context, Utf8Writer scratch, ref FieldValue value);
