using Mesoscope.Machine;
using Mesoscope.Query.Filters;

namespace Mesoscope.Query.Fields;

/// <summary>Makes a field's own comparison; null when the usual one is right.</summary>
/// <param name="scratch">Argument and work space of the field.</param>
/// <param name="operation">The operator.</param>
/// <param name="operands">The texts on the right-hand side.</param>
delegate IEventFilter? FieldComparison(FieldScratch scratch, FilterOperator operation, IReadOnlyList<string> operands);
