using Xunit;

namespace Mesoscope.Testing.Corpus;

/// <summary>A theory over documents of real clusters; skipped, with the reason, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    /// <summary>A test over one part of the documents.</summary>
    public CorpusTheoryAttribute(string part) => Skip = CorpusFolder.Missing(part);
}
