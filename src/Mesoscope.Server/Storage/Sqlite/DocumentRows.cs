namespace Mesoscope.Server.Storage.Sqlite;

// Documents and counters as rows.
static class DocumentRows
{
    public static void Write(StatementCache statements, IReadOnlyList<StoredDocument> documents)
    {
        foreach (var document in documents)
        {
            statements["INSERT INTO document (kind, key, text) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET text = excluded.text"]
                .Bind(1, document.Kind)
                .Bind(2, document.Key)
                .Bind(3, document.Text)
                .Run();
        }
    }

    public static void Remove(StatementCache statements, string kind, string key) =>
        statements["DELETE FROM document WHERE kind = ? AND key = ?"].Bind(1, kind).Bind(2, key).Run();

    public static string? Find(StatementCache statements, string kind, string key)
    {
        var statement = statements["SELECT text FROM document WHERE kind = ? AND key = ?"].Bind(1, kind).Bind(2, key);
        try
        {
            return statement.Step() ? statement.Text(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    public static List<KeyValuePair<string, string>> All(StatementCache statements, string kind)
    {
        var statement = statements["SELECT key, text FROM document WHERE kind = ? ORDER BY key"].Bind(1, kind);
        var documents = new List<KeyValuePair<string, string>>();
        try
        {
            while (statement.Step())
            {
                documents.Add(new(statement.Text(0), statement.Text(1)));
            }
        }
        finally
        {
            statement.Reset();
        }

        return documents;
    }

    // A counter's value; what it begins with when it was never set.
    public static long Counter(StatementCache statements, string name, long begin)
    {
        var statement = statements["SELECT value FROM counter WHERE name = ?"].Bind(1, name);
        try
        {
            return statement.Step() ? statement.Int64(0) : begin;
        }
        finally
        {
            statement.Reset();
        }
    }

    public static void SetCounter(StatementCache statements, string name, long value) =>
        statements["INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"].Bind(1, name).Bind(2, value).Run();
}
