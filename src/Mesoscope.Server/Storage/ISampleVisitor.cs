namespace Mesoscope.Server.Storage;

/// <summary>Takes samples as a store finds them, without a list of them being made.</summary>
public interface ISampleVisitor
{
    /// <summary>Takes one. Those of an entity's metric come in order of time; entities and metrics come in any order.</summary>
    /// <param name="entity">Whose it is.</param>
    /// <param name="metric">Number of the metric catalogue.</param>
    /// <param name="point">What it was.</param>
    void Visit(long entity, uint metric, in SamplePoint point);
}
