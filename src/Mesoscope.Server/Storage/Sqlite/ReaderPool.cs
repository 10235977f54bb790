using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// Connections for reading, used again. Safe for several threads.
sealed class ReaderPool(SqliteFile file) : IDisposable
{
    const int MaxIdle = 8;

    readonly ConcurrentBag<StatementCache> _idle = [];

    // Lends a connection for one piece of reading.
    public T Read<T>(Func<StatementCache, T> read)
    {
        StatementCache? reader = null;
        try
        {
            if (!_idle.TryTake(out reader))
            {
                reader = new StatementCache(file.OpenReader());
            }

            var result = read(reader);
            if (_idle.Count < MaxIdle)
            {
                _idle.Add(reader);
                reader = null;
            }

            return result;
        }
        catch (SqliteException error)
        {
            throw SqliteTrouble.Wrap(error, file.Path);
        }
        finally
        {
            // One that failed is not trusted again.
            reader?.Dispose();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
