using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;
using Mesoscope.Server.Storage;

namespace Mesoscope.Server.Query.Troubles;

/// <summary>What is wrong at a moment, found once for all who ask within it. Safe for several threads.</summary>
sealed class TroubleReports(IEntitySource source, IRecordStore records, MomentReader reader, TimeProvider clock)
{
    const int Kept = 8;

    readonly TroubleFinder _finder = new(source, records, reader, clock);
    readonly ShortCache<long, TroubleReport> _reports = new(clock, TimeSpan.FromSeconds(2), Kept);

    internal TroubleReport At(long at) => _reports.Get(at, () => _finder.At(at));
}
