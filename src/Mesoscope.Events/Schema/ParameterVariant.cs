namespace Mesoscope.Events.Schema;

/// <summary>One type that a dynamic parameter can have; the parameter's first byte is the variant's index.</summary>
/// <param name="Type">How the bytes after the first are read.</param>
/// <param name="Format">How a number is written.</param>
public readonly record struct ParameterVariant(ParameterType Type, PrintFormat Format);
