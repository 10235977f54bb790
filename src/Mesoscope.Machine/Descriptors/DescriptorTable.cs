namespace Mesoscope.Machine.Descriptors;

/// <summary>The descriptors of one process, by number.</summary>
public sealed class DescriptorTable
{
    readonly Dictionary<long, DescriptorState> _items = [];

    /// <summary>How many are open.</summary>
    public int Count => _items.Count;

    /// <summary>The descriptor with that number, or null.</summary>
    public DescriptorState? Find(long number) => _items.GetValueOrDefault(number);
}
