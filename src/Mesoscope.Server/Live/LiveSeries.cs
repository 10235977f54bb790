using Mesoscope.Server.Query.Objects;

namespace Mesoscope.Server.Live;

/// <summary>Curves as they are sent live.</summary>
/// <param name="Index">Index of the request.</param>
/// <param name="Answer">The curves.</param>
public sealed record LiveSeries(int Index, SeriesAnswer Answer);
