using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;

namespace Mesoscope.Server.Tests.Storage;

// A database in a folder of its own and a clock that stands; it maintains itself only when told.
sealed class StoreFixture : IDisposable
{
    // A day's begin, so that slots of all tiers begin there.
    public const long Day = 20_000L * 86_400_000;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-store-");

    public StoreFixture(RetentionOptions? retention = null)
    {
        Retention = retention ?? new RetentionOptions();
        Store = Open();
    }

    public ManualTime Time { get; } = new(Day);

    public RetentionOptions Retention { get; }

    public SqliteStore Store { get; private set; }

    public string Folder => _folder.FullName;

    public SqliteStore Open() => SqliteStore.Open(new SqliteStoreOptions { Folder = Folder, Time = Time, Retention = Retention, MaintainsItself = false });

    // As after an end at any moment: what was acknowledged is there, nothing was tidied up.
    public void Restart()
    {
        Store.Dispose();
        Store = Open();
    }

    public List<(long Entity, uint Metric, SamplePoint Point)> Read(Tier tier, long from, long to, long[] entities, params uint[] metrics)
    {
        var visitor = new ListVisitor();
        Store.Metrics.Read(new SampleRead(EntityIds.From(entities), metrics, from, to, tier), visitor);
        return [.. visitor.Samples.OrderBy(s => s.Entity).ThenBy(s => s.Metric).ThenBy(s => s.Point.EndMilliseconds)];
    }

    // A span of one metric whose seconds were all alike.
    public static EntitySpan Span(long entity, long end, float value, uint metric = 1, uint seconds = 10) =>
        new(entity, end, seconds, seconds, new[] { metric }, new[] { (double)value * seconds }, new[] { value }, new[] { value });

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(true);
    }
}
