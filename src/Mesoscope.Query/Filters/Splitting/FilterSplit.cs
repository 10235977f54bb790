using Mesoscope.Query.Filters.Syntax;

namespace Mesoscope.Query.Filters.Splitting;

/// <summary>A filter in two parts: an event is wanted when both want it. Immutable.</summary>
/// <param name="Kernel">What the kernel can decide before an event is copied.</param>
/// <param name="Rest">What is left to be asked of the events that the kernel lets through; null for nothing.</param>
public sealed record FilterSplit(KernelPart Kernel, FilterSyntax? Rest)
{
    /// <summary>Nothing decided by the kernel, as for a filter that is only asked after all events were applied.</summary>
    public static FilterSplit Undecided(FilterSyntax? filter) => new(KernelPart.Everything, filter);
}
