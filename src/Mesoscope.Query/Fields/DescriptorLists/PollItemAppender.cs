using Mesoscope.Machine.Descriptors;
using Mesoscope.Query.Text;

namespace Mesoscope.Query.Fields.DescriptorLists;

/// <summary>Appends what a field says of one descriptor of a list; false, and nothing appended, when that is nothing.</summary>
delegate bool PollItemAppender(Utf8Writer output, long number, DescriptorState? descriptor);
