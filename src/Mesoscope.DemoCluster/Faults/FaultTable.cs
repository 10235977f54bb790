using System.Collections.Immutable;

namespace Mesoscope.DemoCluster.Faults;

/// <summary>The faults that are on. Safe for several threads.</summary>
sealed class FaultTable
{
    ImmutableList<Fault> _faults = [];

    public void Add(Fault fault) => ImmutableInterlocked.Update(ref _faults, (faults, added) => faults.Add(added), fault);

    public void Remove(Fault fault) => ImmutableInterlocked.Update(ref _faults, (faults, removed) => faults.Remove(removed), fault);

    /// <summary>Heals a node, or all of them.</summary>
    public void Clear(string? node) => ImmutableInterlocked.Update(ref _faults, (faults, healed) => faults.RemoveAll(f => healed is null || f.Node == healed), node);

    /// <summary>The latest fault that was put on such a path, null when all is well.</summary>
    public FaultKind? Find(string node, string path) =>
        _faults.FindLast(f => f.Node == node && path.StartsWith(f.PathPrefix, StringComparison.Ordinal))?.Kind;
}
