namespace Mesoscope.Events.Schema;

/// <summary>One name of a bit set or an enumeration.</summary>
/// <param name="Name">The name, such as <c>O_CREAT</c>.</param>
/// <param name="Utf8">The name in UTF-8.</param>
/// <param name="Value">The bits or the number that it stands for.</param>
public readonly record struct NamedValue(string Name, byte[] Utf8, uint Value);
