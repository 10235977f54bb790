using System.Diagnostics;
using Mesoscope.Agent.Spool;
using Mesoscope.Samples.Messages;
using Xunit.Abstractions;

namespace Mesoscope.Agent.Tests.Spool;

/// <summary>A spool on a real disk that is full, or that may only be read.</summary>
public sealed class FullDiskTests : IDisposable
{
    const int BatchBytes = 40_000;

    readonly ITestOutputHelper _output;
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesoscope-disk-");
    readonly List<string> _log = [];
    readonly bool _isMounted;

    public FullDiskTests(ITestOutputHelper output)
    {
        _output = output;
        _isMounted = Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "mesoscope-test", _folder.FullName);
    }

    string Folder => Path.Combine(_folder.FullName, "spool");

    string Ballast => Path.Combine(_folder.FullName, "ballast");

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _folder.FullName);
        }

        _folder.Delete();
    }

    [Fact]
    public async Task RunAsync_DiskIsFull_SaysSoCountsWhatItCannotKeepAndGoesOn()
    {
        if (Skips())
        {
            return;
        }

        var spool = Open();
        spool.Add(Batch(0));
        Fill();
        var writer = new SpoolWriter(spool, static () => { }, Log, TimeProvider.System);
        using var end = new CancellationTokenSource();
        var running = Task.Run(() => writer.RunAsync(end.Token));
        writer.Add(Batch(1));
        await WaitAsync(() => _log.Count > 0);
        Assert.Contains("No space left", _log[0], StringComparison.Ordinal);
        var taken = 1;
        for (; writer.Add(Batch(taken + 1, bytes: 10)); taken++)
        {
        }

        Assert.Equal(1, writer.DroppedBatches);
        Assert.Empty(Directory.GetFiles(Folder, "*.new"));

        File.Delete(Ballast);
        writer.Complete();
        await running;
        Assert.Equal(Enumerable.Range(0, taken + 1).Select(static i => (long)i), TakeAll(spool));
        Assert.Single(_log);
    }

    [Fact]
    public void Acknowledge_DiskIsFull_MakesRoomAndGivesNoNumberTwice()
    {
        if (Skips())
        {
            return;
        }

        var spool = Open();
        for (var i = 0; i < 3; i++)
        {
            spool.Add(Batch(i));
        }

        Fill();
        Assert.Throws<IOException>(() => spool.Add(Batch(3)));
        Assert.False(spool.Acknowledge(2));
        Assert.Equal((2ul, 1), (spool.Acknowledged, spool.Count));
        Assert.Equal(4ul, spool.Add(Batch(3)));
        var again = Open();
        Assert.Equal((2ul, 2), (again.Acknowledged, again.Count));
        Assert.Equal([2L, 3], TakeAll(again));
    }

    [Fact]
    public void Acknowledge_DiskMayOnlyBeRead_GoesOnAndGivesNoNumberTwice()
    {
        if (Skips())
        {
            return;
        }

        var spool = Open();
        for (var i = 0; i < 3; i++)
        {
            spool.Add(Batch(i));
        }

        Assert.True(Run("mount", "-o", "remount,ro", _folder.FullName));
        Assert.Throws<IOException>(() => spool.Add(Batch(3)));
        Assert.Equal([0L, 1, 2], TakeAll(spool));
        Assert.True(Run("mount", "-o", "remount,rw", _folder.FullName));
        Assert.Equal(4ul, spool.Add(Batch(3)));
        Assert.Equal([3L], TakeAll(spool));
        var again = Open();
        Assert.Equal(5ul, again.Add(Batch(4)));
        Assert.Equal([4L], TakeAll(again));
    }

    BatchSpool Open() => new(Folder, 1 << 30);

    // Not a byte more fits.
    void Fill()
    {
        using var stream = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    // Random bytes: nothing makes them smaller.
    static SampleBatch Batch(long number, int bytes = BatchBytes)
    {
        var text = new byte[bytes / 2];
        new Random((int)number).NextBytes(text);
        return new SampleBatch { SampleSets = { new SampleSet { TimeMs = number, Seconds = 10 } }, Happenings = { new Happening { Text = Convert.ToHexString(text) } } };
    }

    static List<long> TakeAll(BatchSpool spool)
    {
        List<long> taken = [];
        while (spool.TryPeek(out var batch))
        {
            taken.Add(SampleBatch.Parser.ParseFrom(batch.Content.Span).SampleSets.Single().TimeMs);
            spool.Acknowledge(batch.Sequence);
        }

        return taken;
    }

    static async Task WaitAsync(Func<bool> isDone)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); !isDone(); await Task.Delay(20))
        {
            Assert.True(DateTime.UtcNow < end, "what was waited for did not happen within 60 s");
        }
    }

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    bool Skips()
    {
        if (!_isMounted)
        {
            _output.WriteLine("skipped: needs root and the right to mount a small disk");
        }

        return !_isMounted;
    }

    void Log(string line)
    {
        lock (_log)
        {
            _log.Add(line);
        }
    }
}
