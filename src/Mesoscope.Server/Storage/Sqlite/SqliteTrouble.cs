using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// Says what an error of SQLite means for who runs the server. Numbers are SQLite's primary result codes.
static class SqliteTrouble
{
    const int Busy = 5, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    public static string Describe(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Full => $"the disk of {path} is full: make room, or keep less with --retention-10s and its like; until then nothing is stored",
        ReadOnly => $"{path} cannot be written: the file or its folder is read-only; give this user permission to write, or another folder with --data",
        CannotOpen => $"{path} cannot be opened: the folder must exist and this user must have permission to write to it; another one is given with --data",
        InputOutput => $"reading or writing {path} failed ({error.Message.TrimEnd('.')}): look for errors of the disk in the system's log",
        Corrupt or NoDatabase => $"the database {path} is damaged ({error.Message.TrimEnd('.')}): restore it from a backup, or move it away (with its -wal and -shm files) and start with an empty one",
        Busy => $"another program holds the database {path}: end it",
        _ => $"the database {path} answered: {error.Message}",
    };

    public static StoreException Wrap(SqliteException error, string path) => new(Describe(error, path), error);
}
