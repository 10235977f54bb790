using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Troubles;

/// <summary>What all questions about a moment need: what there is, what was measured, what is wrong, the last found once for all who ask within it. Safe for several threads.</summary>
public sealed class MomentSource
{
    /// <summary>Makes one over the stores.</summary>
    /// <param name="entities">What there is and was.</param>
    /// <param name="metrics">What was measured.</param>
    /// <param name="records">What happened.</param>
    /// <param name="clock">What time it is.</param>
    public MomentSource(IEntitySource entities, IMetricStore metrics, IRecordStore records, TimeProvider clock)
    {
        (Entities, Metrics, Clock) = (entities, metrics, clock);
        Reader = new MomentReader(metrics, clock);
        Troubles = new TroubleReports(entities, records, Reader, clock);
    }

    internal IEntitySource Entities { get; }

    internal IMetricStore Metrics { get; }

    internal TimeProvider Clock { get; }

    internal MomentReader Reader { get; }

    internal TroubleReports Troubles { get; }
}
