using Mesoscope.Samples.Messages;
using Mesoscope.Server.Query.Sources;
using Mesoscope.Server.Query.Values;

namespace Mesoscope.Server.Query.Troubles;

// Which containers are held back by their processor limit. Safe for several threads.
sealed class Throttling(MomentReader reader, TimeProvider clock)
{
    const long RangeMilliseconds = 60_000;

    // Samples come every ten seconds: in between nothing new is to be read, of all the containers there are.
    const long StepMilliseconds = 10_000;

    // Nanoseconds of a second.
    const double Least = 1e8;

    const int Kept = 8;

    static readonly Column[] s_columns = Column.Resolve([new Objects.MetricColumn("cpu.throttled.time")]);

    readonly ShortCache<long, IReadOnlyDictionary<long, double>> _found = new(clock, TimeSpan.FromMilliseconds(StepMilliseconds), Kept);

    // Of those that are held back for a tenth of the time and more the share of time, by entity.
    public IReadOnlyDictionary<long, double> At(EntityList containers, long at)
    {
        var step = Steps.FloorTo(at, StepMilliseconds);
        return _found.Get(step, () => Find(containers, step));
    }

    Dictionary<long, double> Find(EntityList containers, long at)
    {
        using var throttled = reader.Read(containers.Ids, EntityKind.Container, s_columns, at, RangeMilliseconds);
        var found = new Dictionary<long, double>();
        for (var i = 0; i < containers.Ids.Count; i++)
        {
            if (throttled.Of(i)[0] >= Least)
            {
                found.Add(containers.Ids[i], throttled.Of(i)[0] / 1e9);
            }
        }

        return found;
    }
}
