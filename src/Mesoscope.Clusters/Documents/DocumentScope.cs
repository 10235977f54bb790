using Mesoscope.Clusters.Text;

namespace Mesoscope.Clusters.Documents;

/// <summary>What all parts of one document share while it is read.</summary>
sealed class DocumentScope(DocumentLimits limits)
{
    byte[] _scratch = new byte[256];

    public DocumentLimits Limits { get; } = limits;

    public DocumentFaults Faults { get; } = new();

    public TextPool Pool { get; } = new();

    /// <summary>Takes labels in while they are read; empty between two lists.</summary>
    public List<Label> Labels { get; } = [];

    /// <summary>Room for a text; valid until the next call.</summary>
    public Span<byte> Scratch(int length)
    {
        if (_scratch.Length < length)
        {
            _scratch = new byte[Math.Max(length, _scratch.Length * 2)];
        }

        return _scratch;
    }
}
