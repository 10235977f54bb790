using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// The one thread that writes. What waits is written in one transaction, so that a hundred batches cost one flush of the disk.
sealed class SqliteWriter : IDisposable
{
    const int MaxGroup = 256;
    static readonly TimeSpan s_probeInterval = TimeSpan.FromSeconds(2);

    readonly Channel<WriteItem> _queue = Channel.CreateBounded<WriteItem>(new BoundedChannelOptions(4096) { SingleReader = true });
    readonly StatementCache _statements;
    readonly string _path;
    readonly Action<string> _log;
    readonly Thread _thread;
    volatile string? _trouble;

    public SqliteWriter(SqliteFile file, StatementCache statements, Action<string> log)
    {
        _statements = statements;
        _path = file.Path;
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    // Why the last transaction failed; null after one that did not.
    public string? Trouble => _trouble;

    // Writes within a transaction. What must follow it, and only when it held, runs on the same thread before anybody hears of it.
    public async ValueTask WriteAsync(Action<StatementCache> write, Action? committed, CancellationToken cancellation = default)
    {
        var item = new WriteItem(write, committed);
        try
        {
            await _queue.Writer.WriteAsync(item, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException error)
        {
            throw new StoreException("the store is closed", error);
        }

        await item.Done.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _thread.Join();
        _statements.Dispose();
    }

    void Run()
    {
        var group = new List<WriteItem>(MaxGroup);
        while (Wait())
        {
            group.Clear();
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var item))
            {
                group.Add(item);
            }

            if (group.Count > 0 && !TryWrite(group, out var error))
            {
                WriteAlone(group, error);
            }
        }
    }

    // One that cannot be written must not take the others with it.
    void WriteAlone(List<WriteItem> group, Exception error)
    {
        foreach (var item in group)
        {
            if (group.Count == 1 || !TryWrite([item], out error))
            {
                item.Done.TrySetException(error is SqliteException sqlite ? SqliteTrouble.Wrap(sqlite, _path) : error);
            }
        }
    }

    bool TryWrite(IReadOnlyList<WriteItem> group, out Exception error)
    {
        try
        {
            _statements["BEGIN IMMEDIATE"].Run();
            foreach (var item in group)
            {
                item.Write(_statements);
            }

            _statements["COMMIT"].Run();
        }
        catch (Exception caught)
        {
            RollBack();
            error = caught;
            if (caught is SqliteException sqlite)
            {
                SetTrouble(SqliteTrouble.Describe(sqlite, _path));
            }

            return false;
        }

        SetTrouble(null);
        error = null!;
        foreach (var item in group)
        {
            item.Committed?.Invoke();
            item.Done.TrySetResult();
        }

        return true;
    }

    void RollBack()
    {
        try
        {
            _statements["ROLLBACK"].Run();
        }
        catch (SqliteException)
        {
            // The failure itself has rolled back.
        }
    }

    // Waits for work; while nothing can be stored it tries again by itself, so that the server recovers without being asked.
    bool Wait()
    {
        var wait = _queue.Reader.WaitToReadAsync().AsTask();
        while (true)
        {
            if (_trouble is null)
            {
                return wait.GetAwaiter().GetResult();
            }

            if (wait.Wait(s_probeInterval))
            {
                return wait.Result;
            }

            TryWrite([new WriteItem(Probe, null)], out _);
        }
    }

    // Large enough to need a page.
    static void Probe(StatementCache statements)
    {
        statements["INSERT INTO document VALUES ('probe', '', ?) ON CONFLICT (kind, key) DO UPDATE SET text = excluded.text"].Bind(1, new string('-', 16384)).Run();
        statements["DELETE FROM document WHERE kind = 'probe'"].Run();
    }

    void SetTrouble(string? trouble)
    {
        if (trouble == _trouble)
        {
            return;
        }

        _log(trouble ?? $"{_path} can be written again");
        _trouble = trouble;
    }
}
