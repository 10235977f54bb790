using Mesoscope.Server.Storage;
using Mesoscope.Server.Storage.Sqlite;

namespace Mesoscope.Server.Tests.Storage;

public sealed class StoreTroubleTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-store-");

    string DatabaseFile => Path.Combine(_folder.FullName, "mesoscope.db");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void Open_WhileAnotherHasIt_SaysSo()
    {
        using var first = Open();
        Assert.Contains("another server", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFileThatIsNoDatabase_SaysWhatToDo()
    {
        File.WriteAllText(DatabaseFile, new string('x', 10_000));
        Assert.Contains("move it away", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ADamagedDatabase_SaysWhatToDo()
    {
        using (var store = Open())
        {
            for (var i = 0; i < 200; i++)
            {
                await store.Records.WriteDocumentAsync("x", $"{i}", new string('y', 500));
            }
        }

        using (var file = File.OpenWrite(DatabaseFile))
        {
            Assert.True(file.Length > 60_000);
            file.Position = 40_000;
            file.Write(new byte[12_000]);
        }

        Assert.Contains("damaged", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ALayoutOfLater_SaysSo()
    {
        Open().Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("layout 99", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFolderThatIsAFile_SaysSo()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "file"), "");
        var error = Assert.Throws<StoreException>(() => SqliteStore.Open(new SqliteStoreOptions { Folder = Path.Combine(_folder.FullName, "file") }));
        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_IntoAFullDatabase_FailsClearlyAndRecovers()
    {
        using var store = Open();
        await store.LimitPagesAsync(60);
        StoreException? full = null;
        for (var i = 0; i < 200 && full is null; i++)
        {
            try
            {
                await store.Records.WriteDocumentAsync("x", $"{i}", new string('y', 20_000));
            }
            catch (StoreException error)
            {
                full = error;
            }
        }

        Assert.Contains("is full", full?.Message, StringComparison.Ordinal);
        Assert.Equal(full!.Message, store.Trouble);
        await store.LimitPagesAsync(100_000);
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (store.Trouble is not null)
        {
            Assert.True(DateTime.UtcNow < deadline, "the store does not try again");
            await Task.Delay(50);
        }

        await store.Records.WriteDocumentAsync("x", "after", "1");
        Assert.Equal("1", store.Records.ReadDocument("x", "after"));
    }

    SqliteStore Open() => SqliteStore.Open(new SqliteStoreOptions { Folder = _folder.FullName, MaintainsItself = false });
}
