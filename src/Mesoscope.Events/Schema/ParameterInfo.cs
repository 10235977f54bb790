namespace Mesoscope.Events.Schema;

/// <summary>One parameter of an event type. Immutable.</summary>
/// <param name="Name">The name, such as <c>fd</c>.</param>
/// <param name="Utf8">The name in UTF-8.</param>
/// <param name="Type">How the bytes are read.</param>
/// <param name="Format">How a number is written.</param>
/// <param name="Names">Names of bits or enumeration values; empty where there are none.</param>
/// <param name="Variants">The types of a dynamic parameter; empty for the others.</param>
/// <param name="DirectoryIndex">For <see cref="ParameterType.FsRelPath"/>: the index of the parameter that holds the directory's descriptor; otherwise -1.</param>
public sealed record ParameterInfo(
    string Name,
    byte[] Utf8,
    ParameterType Type,
    PrintFormat Format,
    NamedValue[] Names,
    ParameterVariant[] Variants,
    int DirectoryIndex);
