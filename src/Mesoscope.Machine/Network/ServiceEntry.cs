namespace Mesoscope.Machine.Network;

/// <summary>One line of the list of services.</summary>
/// <param name="Name">The service's name, such as <c>https</c>.</param>
/// <param name="Aliases">Its further names.</param>
/// <param name="Port">Its port.</param>
/// <param name="Protocol">The transport, such as <c>tcp</c>.</param>
public sealed record ServiceEntry(string Name, IReadOnlyList<string> Aliases, ushort Port, string Protocol);
