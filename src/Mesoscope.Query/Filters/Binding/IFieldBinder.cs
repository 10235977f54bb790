using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>From a field's text to the field.</summary>
interface IFieldBinder
{
    /// <exception cref="FieldException">There is no such field, or the argument does not suit it.</exception>
    Field Bind(string text);
}
