using System.Collections.Concurrent;
using Mesoscope.Server.Storage.Chunks;
using Mesoscope.Server.Storage.Heads;
using Mesoscope.Server.Storage.Tiers;
using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// The metric store in the database: what comes goes to the journal and into memory, and from there into rows of the tiers.
sealed class SqliteMetrics(ReaderPool readers, Head head, RolledUp rolled, SqliteStoreOptions options) : IMetricStore
{
    const int MaxKeptBuffers = 4;

    readonly SecondWindow _seconds = new();
    readonly ConcurrentBag<SlotBuffers> _buffers = [];

    // Set when what was left of the last run has been taken in.
    public SqliteWriter Writer { get; set; } = null!;

    public ValueTask WriteAsync(IReadOnlyList<EntitySpan> samples, CancellationToken cancellation)
    {
        var journal = JournalFormat.Write(samples);
        var row = 0L;
        return Writer.WriteAsync(statements => row = WriteJournal(statements, journal), () => TakeIn(samples, row), cancellation);
    }

    public void Read(SampleRead read, ISampleVisitor visitor)
    {
        if (read.Tier == Tier.Second)
        {
            _seconds.Read(read, visitor);
            return;
        }

        // Where there can be nothing nothing is looked for.
        var (now, kept) = (Now(), (long)options.Retention.Of(read.Tier).TotalMilliseconds);
        var slot = TierLayout.Of(read.Tier).SlotMilliseconds;
        read = read with { FromMilliseconds = Math.Max(read.FromMilliseconds, now - kept - (2 * slot)), ToMilliseconds = Math.Min(read.ToMilliseconds, now + slot) };
        try
        {
            readers.Read(statements =>
            {
                var buffers = _buffers.TryTake(out var kept) ? kept : new SlotBuffers();
                new TierReader(statements, head, rolled, buffers).Read(read, visitor);
                if (buffers.IsWorthKeeping && _buffers.Count < MaxKeptBuffers)
                {
                    _buffers.Add(buffers);
                }

                return true;
            });
        }
        catch (ChunkFormatException error)
        {
            throw new StoreException($"a part of the samples cannot be read: {error.Message}", error);
        }
    }

    public Tier FinestTier(long milliseconds)
    {
        var age = Now() - milliseconds;
        foreach (var tier in TierLayout.All)
        {
            if (age <= options.Retention.Of(tier.Tier).TotalMilliseconds)
            {
                return tier.Tier;
            }
        }

        return Tier.Hour;
    }

    // Within a transaction: writes samples that were made to bytes; returns the journal's row.
    public static long WriteJournal(StatementCache statements, byte[] journal)
    {
        statements["INSERT INTO journal (data) VALUES (?)"].Bind(1, journal).Run();
        return SQLitePCL.raw.sqlite3_last_insert_rowid(statements.Connection.Handle!);
    }

    // On the writing thread, once the journal holds them.
    public void TakeIn(IReadOnlyList<EntitySpan> samples, long row)
    {
        var now = Now();
        var journal = new JournalRow(row);
        foreach (var span in samples)
        {
            head.Put(span, journal, now);
        }

        if (journal.OpenChunks == 0)
        {
            DoneRows.Add(row);
        }

        if (samples.Any(s => s.Seconds == 1))
        {
            _seconds.Add([.. samples.Where(s => s.Seconds == 1)], now);
        }
    }

    // Rows of the journal of which everything is in rows of the tiers; they go with the next transaction. Touched by the writing thread only.
    public List<long> DoneRows { get; } = [];

    // At the start: what was acknowledged and not sealed. Returns how many rows it were.
    public int Recover(StatementCache statements)
    {
        var statement = statements["SELECT id, data FROM journal ORDER BY id"];
        var count = 0;
        try
        {
            for (; statement.Step(); count++)
            {
                TakeIn(JournalFormat.Read(statement.Blob(1)), statement.Int64(0));
            }
        }
        finally
        {
            statement.Reset();
        }

        return count;
    }

    long Now() => options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
