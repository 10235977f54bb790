namespace Mesoscope.Kernel.Features;

/// <summary>One thing that a live capture uses.</summary>
/// <param name="Name">What it is.</param>
/// <param name="State">Whether it can be used here.</param>
/// <param name="IsNeeded">True when there is no live capture without it; false when something else takes its place.</param>
/// <param name="Since">The first kernel that has it, such as <c>5.8</c>; empty when that is no matter of the kernel.</param>
/// <param name="Note">What was seen, or what it is for.</param>
public sealed record KernelFeature(string Name, FeatureState State, bool IsNeeded, string Since, string Note);
