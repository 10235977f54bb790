namespace Mesoscope.DemoCluster.Model;

/// <summary>A label; keys may come twice in a task and a value may be missing.</summary>
readonly record struct Label(string Key, string? Value);
