namespace Mesoscope.Clusters.Marathons;

/// <summary>Something that a Marathon did, kept for those who ask later what happened to an app.</summary>
/// <param name="Time">When it came.</param>
/// <param name="Marathon">The root of the Marathon's API.</param>
/// <param name="Type">Marathon's name for it, such as <c>deployment_success</c>.</param>
/// <param name="Data">What Marathon says of it: JSON in UTF-8.</param>
public sealed record MarathonEvent(DateTimeOffset Time, Uri Marathon, string Type, ReadOnlyMemory<byte> Data);
