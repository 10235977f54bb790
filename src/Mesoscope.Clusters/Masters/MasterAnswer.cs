using Mesoscope.Clusters.Documents;

namespace Mesoscope.Clusters.Masters;

/// <summary>A state and who told it.</summary>
/// <param name="State">What was told; usable.</param>
/// <param name="Root">The root of the API that told it, which is another one than was asked when a standby sent us there.</param>
/// <param name="Time">How long it took.</param>
sealed record MasterAnswer(MasterState State, Uri Root, TimeSpan Time);
