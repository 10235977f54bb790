namespace Mesoscope.Query.Filters.Splitting;

/// <summary>What the kernel can say of a part of a filter.</summary>
/// <param name="Kernel">Conditions that hold for every event of which the part is true.</param>
/// <param name="IsExact">True when they hold for no other event.</param>
readonly record struct SplitNode(KernelPart Kernel, bool IsExact)
{
    /// <summary>The kernel can say nothing.</summary>
    internal static SplitNode Undecided { get; } = new(KernelPart.Everything, IsExact: false);

    internal SplitNode And(SplitNode other)
    {
        var keepsAll = Kernel.Ancestors.IsAll || other.Kernel.Ancestors.IsAll || Kernel.Ancestors.Equals(other.Kernel.Ancestors);
        return new(Kernel.And(other.Kernel), IsExact && other.IsExact && keepsAll);
    }

    // The union of two boxes is a box only when they differ in one direction, or when one of them is empty.
    internal SplitNode Or(SplitNode other)
    {
        var isBox = Kernel.IsNothing || other.Kernel.IsNothing || Kernel.CountDifferences(other.Kernel) <= 1;
        return new(Kernel.Or(other.Kernel), IsExact && other.IsExact && isBox);
    }

    /// <summary>The kernel's tables hold what is wanted, not what is not: other conditions on processes are left to the rest.</summary>
    internal SplitNode WithoutExclusions()
    {
        var listed = new KernelPart
        {
            Types = Kernel.Types,
            Tids = OnlyListed(Kernel.Tids),
            Pids = OnlyListed(Kernel.Pids),
            Comms = OnlyListed(Kernel.Comms),
            Containers = OnlyListed(Kernel.Containers),
            Ancestors = OnlyListed(Kernel.Ancestors),
        };
        return new(listed, IsExact && listed.CountDifferences(Kernel) == 0);
    }

    static KeySet<T> OnlyListed<T>(KeySet<T> keys)
        where T : IEquatable<T> => keys.IsExclusion ? new() : keys;
}
