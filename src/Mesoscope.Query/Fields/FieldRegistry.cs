namespace Mesoscope.Query.Fields;

/// <summary>All field classes, in the order in which they are listed, and the way from a field's text to a bound field.</summary>
public static class FieldRegistry
{
    /// <summary>The classes in listing order.</summary>
    public static IReadOnlyList<FieldClass> Classes { get; } = [];
}
