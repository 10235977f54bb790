using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// A connection with the statements that were prepared on it, by their text. Belongs to one thread at a time.
sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                _statements.Add(sql, statement = new Statement(connection, sql));
            }

            return statement;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
