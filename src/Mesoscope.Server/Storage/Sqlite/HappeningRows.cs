using Google.Protobuf;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Server.Storage.Sqlite;

// Happenings as rows.
static class HappeningRows
{
    const string Columns = "id, time, kind, severity, entity, labels, text, failed_calls";

    public static void Write(StatementCache statements, IReadOnlyList<HappeningRecord> happenings)
    {
        foreach (var happening in happenings)
        {
            var statement = statements[$"INSERT OR REPLACE INTO happening ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"]
                .Bind(1, happening.Id)
                .Bind(2, happening.Milliseconds)
                .Bind(3, happening.Kind)
                .Bind(4, happening.Severity)
                .Bind(5, happening.Entity)
                .Bind(6, LabelText.Write(happening.Labels))
                .Bind(7, happening.Text);
            if (happening.FailedCalls.Count == 0)
            {
                statement.BindNull(8);
            }
            else
            {
                statement.Bind(8, new Happening { FailedCalls = { happening.FailedCalls } }.ToByteArray());
            }

            statement.Run();
        }
    }

    public static List<HappeningRecord> Read(StatementCache statements, long fromMilliseconds, long toMilliseconds, int limit)
    {
        var statement = statements[$"SELECT {Columns} FROM happening WHERE time >= ? AND time < ? ORDER BY time DESC, id DESC LIMIT ?"]
            .Bind(1, fromMilliseconds)
            .Bind(2, toMilliseconds)
            .Bind(3, limit);
        var happenings = new List<HappeningRecord>();
        try
        {
            while (statement.Step())
            {
                var calls = statement.Blob(7);
                happenings.Add(new HappeningRecord
                {
                    Id = statement.Text(0),
                    Milliseconds = statement.Int64(1),
                    Kind = statement.Text(2),
                    Severity = (uint)statement.Int64(3),
                    Entity = statement.Int64(4),
                    Labels = LabelText.Read(statement.Text(5)),
                    Text = statement.Text(6),
                    FailedCalls = calls.IsEmpty ? [] : Happening.Parser.ParseFrom(calls).FailedCalls,
                });
            }
        }
        finally
        {
            statement.Reset();
        }

        return happenings;
    }
}
