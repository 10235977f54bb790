using System.Globalization;
using Mesoscope.Kernel.Features;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Live;

/// <summary>The table of <c>--check</c>: what a live capture needs and whether this machine has it.</summary>
static class CheckText
{
    /// <summary>Appends the table and what follows from it.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="features">What was found.</param>
    /// <returns>True when a live capture can be made.</returns>
    public static bool Append(Utf8Writer output, IReadOnlyList<KernelFeature> features)
    {
        var width = features.Max(static feature => feature.Name.Length);
        foreach (var feature in features)
        {
            var since = feature.Since.Length > 0 ? "kernel " + feature.Since : "";
            var line = string.Create(CultureInfo.InvariantCulture, $"{feature.Name.PadRight(width)}  {Word(feature.State),-14}  {since,-12}  {feature.Note}");
            output.Append($"{line.TrimEnd()}\n");
        }

        var isPossible = features.All(static feature => feature.State == FeatureState.Works || !feature.IsNeeded);
        output.Append(isPossible ? $"A live capture can be made here, with {HooksOf(features)}.\n" : "A live capture cannot be made here.\n");
        return isPossible;
    }

    static string HooksOf(IReadOnlyList<KernelFeature> features) =>
        features.Any(static feature => feature is { Name: KernelFeatures.TypedHooks, State: FeatureState.Works }) ? KernelFeatures.TypedHooks : KernelFeatures.RawHooks;

    static string Word(FeatureState state) => state switch
    {
        FeatureState.Works => "works",
        FeatureState.Fails => "does not",
        _ => "could not tell",
    };
}
