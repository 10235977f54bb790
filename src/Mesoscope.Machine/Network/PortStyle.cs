namespace Mesoscope.Machine.Network;

/// <summary>How ports are written; by default as numbers.</summary>
/// <param name="IsNamed">Well-known ports by their names (<c>-R</c>).</param>
/// <param name="Protocol">Transport protocol whose names are looked up first, the numbers of the format; 0 when it is not known.</param>
public readonly record struct PortStyle(bool IsNamed, byte Protocol = 0);
