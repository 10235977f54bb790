using Mesoscope.Agent.Spool;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Tests.Spool;

public sealed class BatchSpoolTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-spool-");

    string Folder => Path.Combine(_folder.FullName, "spool");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Add_Batches_AreNumberedAndWaitInOrder()
    {
        var spool = Open();
        Assert.Equal([1ul, 2, 3], Enumerable.Range(0, 3).Select(i => spool.Add(Batch(i))));
        Assert.Equal([0L, 1, 2], TakeAll(spool));
        Assert.Equal(0, spool.Bytes);
    }

    [Fact]
    public void Open_AfterARestart_GoesOnWhereItWas()
    {
        var spool = Open();
        spool.Add(Batch(0));
        spool.Add(Batch(1));
        spool.Acknowledge(1);
        var again = Open();
        Assert.Equal(1, again.Count);
        Assert.Equal(3ul, again.Add(Batch(2)));
        Assert.Equal([1L, 2], TakeAll(again));
        Assert.Equal(4ul, Open().Add(Batch(3)));
    }

    [Fact]
    public void Open_FileCutAtEveryByte_KeepsAllOthersAndEveryNumber()
    {
        Open().Add(Batch(0));
        Open().Add(Batch(1));
        Open().Add(Batch(2));
        var paths = Directory.GetFiles(Folder).Order(StringComparer.Ordinal).ToList();
        var first = File.ReadAllBytes(paths[0]);
        var whole = File.ReadAllBytes(paths[1]);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(paths[1], whole[..length]);
            var spool = Open();
            Assert.Equal(3, spool.Count);
            spool.Acknowledge(1);
            Assert.True(spool.TryPeek(out var damaged));
            Assert.Equal((2ul, true), (damaged.Sequence, damaged.Content.IsEmpty));
            Assert.Equal(1, spool.DamagedBatches);
            File.Delete(Path.Combine(Folder, "acknowledged"));
            File.WriteAllBytes(paths[0], first);
        }
    }

    [Fact]
    public void TryRead_AnyBitChanged_IsRefused()
    {
        var file = SpoolFile.Write([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SpoolFile.TryRead(file, out _));
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(SpoolFile.TryRead(file, out var batch));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], batch.ToArray());
    }

    [Fact]
    public void Open_UnfinishedFile_IsGone()
    {
        Open().Add(Batch(0));
        var unfinished = Path.Combine(Folder, 2.ToString("D20", System.Globalization.CultureInfo.InvariantCulture) + ".batch.new");
        File.WriteAllBytes(unfinished, [1, 2]);
        Assert.Equal(1, Open().Count);
        Assert.False(File.Exists(unfinished));
    }

    [Fact]
    public void Acknowledge_CrashBeforeTheFilesAreGone_SendsNothingAgain()
    {
        var spool = Open();
        spool.Add(Batch(0));
        var kept = File.ReadAllBytes(Directory.GetFiles(Folder, "*.batch")[0]);
        spool.Acknowledge(1);
        File.WriteAllBytes(Path.Combine(Folder, 1.ToString("D20", System.Globalization.CultureInfo.InvariantCulture) + ".batch"), kept);
        Assert.Equal(0, Open().Count);
    }

    [Fact]
    public void Acknowledge_NumberBeyondOurs_GoesOnBehindIt()
    {
        var spool = Open();
        spool.Add(Batch(0));
        spool.Add(Batch(1));
        Assert.True(spool.Acknowledge(100));
        Assert.True(spool.TryPeek(out var batch));
        Assert.Equal(101ul, batch.Sequence);
        Assert.Equal(103ul, spool.Add(Batch(2)));
        Assert.Equal([0L, 1, 2], TakeAll(Open()));
    }

    [Fact]
    public void Add_Full_DropsTheOldestValuesAndKeepsNamesAndHappenings()
    {
        var spool = new BatchSpool(Folder, 4000);
        for (var i = 0; i < 20; i++)
        {
            spool.Add(Batch(i, values: 50));
        }

        Assert.InRange(spool.Bytes, 1, 4000);
        Assert.True(spool.DroppedSets > 0);
        Assert.Equal(0, spool.DroppedBatches);
        Assert.True(spool.TryPeek(out var oldest));
        var batch = SampleBatch.Parser.ParseFrom(oldest.Content.Span);
        Assert.Empty(batch.SampleSets);
        Assert.Single(batch.Happenings);
        Assert.Equal(1ul, oldest.Sequence);
    }

    [Fact]
    public void Add_FullOfHappeningsAlone_DropsWholeBatches()
    {
        var spool = new BatchSpool(Folder, 300);
        for (var i = 0; i < 20; i++)
        {
            spool.Add(Batch(i));
        }

        Assert.InRange(spool.Bytes, 1, 300);
        Assert.True(spool.DroppedBatches > 0);
    }

    BatchSpool Open() => new(Folder, 1 << 20);

    static SampleBatch Batch(int number, int values = 1)
    {
        var set = new SampleSet { TimeMs = number, Seconds = 10 };
        for (var i = 0; i < values; i++)
        {
            set.Entities.Add(new EntitySamples { Entity = (ulong)i });
        }

        return new SampleBatch { SampleSets = { set }, Happenings = { new Happening { Text = "a", TimeMs = number } } };
    }

    static List<long> TakeAll(BatchSpool spool)
    {
        List<long> times = [];
        while (spool.TryPeek(out var batch))
        {
            times.Add(SampleBatch.Parser.ParseFrom(batch.Content.Span).SampleSets[0].TimeMs);
            spool.Acknowledge(batch.Sequence);
        }

        return times;
    }
}
