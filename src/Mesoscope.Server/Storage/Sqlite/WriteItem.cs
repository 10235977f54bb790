namespace Mesoscope.Server.Storage.Sqlite;

// A piece of writing: what it does within a transaction, what follows the transaction, and who waits for it.
sealed class WriteItem(Action<StatementCache> write, Action? committed)
{
    public Action<StatementCache> Write { get; } = write;

    public Action? Committed { get; } = committed;

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
