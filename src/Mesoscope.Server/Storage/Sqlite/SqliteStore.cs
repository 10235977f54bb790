using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;
using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

/// <summary>Both stores in one database in a folder. Belongs to one process; safe for several threads.</summary>
public sealed class SqliteStore : IStore, IDisposable
{
    readonly SqliteFile _file;
    readonly ReaderPool _readers;
    readonly SqliteWriter _writer;
    readonly SqliteMetrics _metrics;
    readonly Maintainer _maintainer;
    readonly CancellationTokenSource _end = new();
    readonly Task _maintenance;

    SqliteStore(SqliteFile file, SqliteStoreOptions options)
    {
        _file = file;
        _readers = new ReaderPool(file);
        var statements = new StatementCache(file.Writer);
        var (rolled, head) = (RolledUp.Load(statements, options.Time.GetUtcNow().ToUnixTimeMilliseconds()), new Head());
        _metrics = new SqliteMetrics(_readers, head, rolled, options);
        var recovered = _metrics.Recover(statements);
        if (recovered > 0)
        {
            options.Log($"took in {recovered} writes that were not in their tiers yet");
        }

        _metrics.Writer = _writer = new SqliteWriter(file, statements, options.Log);
        Records = new SqliteRecords(_writer, _readers);
        var sealer = new Sealer(head, rolled, options.Log);
        _maintainer = new Maintainer(_writer, head, sealer, new RollUp(_writer, _readers, rolled, sealer, options.Log), new Expiry(_writer, rolled, options.Retention), _metrics, options);
        _maintenance = options.MaintainsItself ? Task.Run(() => _maintainer.RunAsync(_end.Token)) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IMetricStore Metrics => _metrics;

    /// <inheritdoc/>
    public IRecordStore Records { get; }

    /// <inheritdoc/>
    public string? Trouble => _writer.Trouble;

    /// <summary>True when a folder has a database.</summary>
    public static bool IsIn(string folder) => File.Exists(SqliteFile.PathIn(folder));

    /// <summary>Opens the database of a folder, makes it when there is none, brings it to the newest layout, and takes in what was not sealed when it was left.</summary>
    /// <exception cref="StoreException">The folder cannot be used, or the database is damaged, or of a later version.</exception>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        var file = SqliteFile.Open(options.Folder);
        try
        {
            return new SqliteStore(file, options);
        }
        catch (SqliteException error)
        {
            file.Dispose();
            throw SqliteTrouble.Wrap(error, file.Path);
        }
        catch (ChunkFormatException error)
        {
            file.Dispose();
            throw new StoreException($"the journal in {file.Path} is damaged ({error.Message}): restore it from a backup, or move it away (with its -wal and -shm files) and start with an empty one", error);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(StoreWrite write, CancellationToken cancellation)
    {
        var journal = write.Samples.Count > 0 ? JournalFormat.Write(write.Samples) : null;
        var row = 0L;
        void Write(StatementCache statements)
        {
            EntityRows.Write(statements, write.Entities);
            row = journal is null ? 0 : SqliteMetrics.WriteJournal(statements, journal);
            HappeningRows.Write(statements, write.Happenings);
            DocumentRows.Write(statements, write.Documents);
        }

        return _writer.WriteAsync(Write, journal is null ? null : () => _metrics.TakeIn(write.Samples, row), cancellation);
    }

    /// <summary>Seals, rolls up and deletes what is due now; for those who opened it with <see cref="SqliteStoreOptions.MaintainsItself"/> false.</summary>
    public Task MaintainAsync() => _maintainer.RunOnceAsync();

    // Lets the database have so many pages and no more: a full disk, for tests.
    internal ValueTask LimitPagesAsync(int pages) => _writer.WriteAsync(statements => SqliteText.Scalar(statements.Connection, $"PRAGMA max_page_count = {pages}"), null);

    /// <summary>Ends it; what was acknowledged is in the database.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _maintenance.GetAwaiter().GetResult();
        _writer.Dispose();
        _readers.Dispose();
        _file.Dispose();
        _end.Dispose();
    }
}
