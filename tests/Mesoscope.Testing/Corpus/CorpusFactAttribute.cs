using Xunit;

namespace Mesoscope.Testing.Corpus;

/// <summary>A test over documents of real clusters; skipped, with the reason, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>A test over one part of the documents.</summary>
    public CorpusFactAttribute(string part) => Skip = CorpusFolder.Missing(part);
}
