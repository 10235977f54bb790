using Mesoscope.Query.Fields;

namespace Mesoscope.Query.Filters.Binding;

/// <summary>Takes fields from the registry.</summary>
sealed class RegistryFieldBinder(FieldSession session) : IFieldBinder
{
    public Field Bind(string text) => FieldRegistry.Bind(text, session);
}
