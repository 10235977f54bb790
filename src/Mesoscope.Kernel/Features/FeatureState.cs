namespace Mesoscope.Kernel.Features;

/// <summary>Whether a feature can be used here.</summary>
public enum FeatureState
{
    /// <summary>It was tried and works.</summary>
    Works,

    /// <summary>It was tried and does not work.</summary>
    Fails,

    /// <summary>It could not be tried, since something that comes before it fails.</summary>
    Unknown,
}
