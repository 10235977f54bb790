namespace Mesoscope.Agent.Labels;

/// <summary>Which labels of others travel, and how many.</summary>
public sealed record LabelLimits
{
    /// <summary>Names that do not travel; <c>*</c> stands for anything at the end of a name. Default: what DC/OS packages put there, kilobytes each.</summary>
    public IReadOnlyList<string> Skip { get; init; } = ["DCOS_PACKAGE_*", "DCOS_SERVICE_*"];

    /// <summary>The longest value that travels, in characters; longer ones are left out, not cut. Default 512.</summary>
    public int MaxValueLength { get; init; } = 512;

    /// <summary>Labels of one entity. Default 100.</summary>
    public int MaxCount { get; init; } = 100;
}
