namespace Mesoscope.Server.Live;

/// <summary>A sign of life.</summary>
/// <param name="NowMs">The server's time, milliseconds since 1970.</param>
public sealed record LivePing(long NowMs);
