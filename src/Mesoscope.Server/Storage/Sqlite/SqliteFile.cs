using Microsoft.Data.Sqlite;

namespace Mesoscope.Server.Storage.Sqlite;

// The database file: opened by one process, checked, brought to the newest layout.
sealed class SqliteFile : IDisposable
{
    // Above this size a check of every page would keep the server from starting for minutes; damage is met when it is read then.
    const long MaxCheckedBytes = 256L << 20;

    readonly FileStream _lock;

    SqliteFile(string path, FileStream heldLock, SqliteConnection writer)
    {
        Path = path;
        _lock = heldLock;
        Writer = writer;
    }

    public string Path { get; }

    // The connection of the thread that writes.
    public SqliteConnection Writer { get; }

    public static string PathIn(string folder) => System.IO.Path.Combine(folder, "mesoscope.db");

    public static SqliteFile Open(string folder)
    {
        var path = PathIn(folder);
        var heldLock = Lock(folder);
        try
        {
            var writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
            try
            {
                // Order matters: the first two can be set only while the file is empty.
                SqliteText.Execute(writer, "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 2000");
                Check(writer, path);
                Migrations.Run(writer, path);
                return new SqliteFile(path, heldLock, writer);
            }
            catch
            {
                writer.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            heldLock.Dispose();
            throw SqliteTrouble.Wrap(error, path);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    // A further connection, for reading.
    public SqliteConnection OpenReader() => Connect(Path, SqliteOpenMode.ReadOnly);

    public void Dispose()
    {
        Writer.Dispose();
        _lock.Dispose();
    }

    static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            SqliteText.Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16000; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static FileStream Lock(string folder)
    {
        var path = System.IO.Path.Combine(folder, "mesoscope.lock");
        try
        {
            // Names of the cluster and hashes of passwords are nobody else's business.
            if (!Directory.Exists(folder) && OperatingSystem.IsLinux())
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreException($"the data folder {folder} cannot be written: give this user permission to write, or another folder with --data", error);
        }
        catch (IOException error)
        {
            throw new StoreException($"the data folder {folder} cannot be used ({error.Message}): another server may run on it, or the disk is full or read-only; end that one, or give another folder with --data", error);
        }
    }

    static void Check(SqliteConnection writer, string path)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes == 0 || bytes > MaxCheckedBytes)
        {
            return;
        }

        var answer = (string)SqliteText.Scalar(writer, "PRAGMA quick_check(1)")!;
        if (answer != "ok")
        {
            throw new StoreException($"the database {path} is damaged ({answer}): restore it from a backup, or move it away (with its -wal and -shm files) and start with an empty one");
        }
    }
}
