namespace Mesoscope.Query.Fields.EventFields;

/// <summary>A field that is to be bound.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Text">The whole text that asked for it.</param>
/// <param name="Argument">The argument without dot or brackets; null when there is none.</param>
readonly record struct EventFieldRequest(FieldInfo Info, string Text, string? Argument)
{
    /// <summary>Whether the argument stood in brackets.</summary>
    public bool IsIndexed => Text.EndsWith(']');
}
