namespace Mesoscope.Clusters.Clients;

/// <summary>One server-sent event.</summary>
/// <param name="Type">Its name, such as <c>deployment_info</c>; <c>message</c> when it has none.</param>
/// <param name="Data">Its data: UTF-8, lines joined by line feeds; valid until the next event is read.</param>
readonly record struct ServerEvent(string Type, ReadOnlyMemory<byte> Data);
