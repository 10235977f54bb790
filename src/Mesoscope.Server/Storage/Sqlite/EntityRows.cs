using Mesoscope.Samples.Messages;
using Mesoscope.Server.Entities;

namespace Mesoscope.Server.Storage.Sqlite;

// Spans of entities' lives as rows.
static class EntityRows
{
    const string Columns = "id, named_from, named_to, begin, end, kind, parent, agent, number, labels";

    public static void Write(StatementCache statements, IReadOnlyList<Entity> entities)
    {
        foreach (var entity in entities)
        {
            statements[$"INSERT OR REPLACE INTO entity ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
                .Bind(1, entity.Id)
                .Bind(2, entity.NamedFromMilliseconds)
                .Bind(3, entity.NamedToMilliseconds)
                .Bind(4, entity.BeginMilliseconds)
                .Bind(5, entity.EndMilliseconds)
                .Bind(6, (long)entity.Kind)
                .Bind(7, entity.Parent)
                .Bind(8, entity.AgentId)
                .Bind(9, unchecked((long)entity.Number))
                .Bind(10, LabelText.Write(entity.Labels))
                .Run();
        }
    }

    public static List<Entity> ReadSpan(StatementCache statements, long fromMilliseconds, long toMilliseconds, EntityKind kind) =>
        Read(statements[$"SELECT {Columns} FROM entity WHERE kind = ? AND named_to > ? AND named_from < ? ORDER BY id, named_from"]
            .Bind(1, (long)kind)
            .Bind(2, fromMilliseconds)
            .Bind(3, toMilliseconds));

    public static List<Entity> Find(StatementCache statements, string agentId, ulong number) =>
        Read(statements[$"SELECT {Columns} FROM entity WHERE agent = ? AND number = ? ORDER BY named_from"]
            .Bind(1, agentId)
            .Bind(2, unchecked((long)number)));

    static List<Entity> Read(Statement statement)
    {
        var entities = new List<Entity>();
        try
        {
            while (statement.Step())
            {
                entities.Add(new Entity
                {
                    Id = statement.Int64(0),
                    NamedFromMilliseconds = statement.Int64(1),
                    NamedToMilliseconds = statement.Int64(2),
                    BeginMilliseconds = statement.Int64(3),
                    EndMilliseconds = statement.Int64(4),
                    Kind = (EntityKind)statement.Int64(5),
                    Parent = statement.Int64(6),
                    AgentId = statement.Text(7),
                    Number = unchecked((ulong)statement.Int64(8)),
                    Labels = LabelText.Read(statement.Text(9)),
                });
            }
        }
        finally
        {
            statement.Reset();
        }

        return entities;
    }
}
