using System.Globalization;
using Google.Protobuf;
using Mesoscope.Agent.Interop;
using Mesoscope.Samples.Messages;

namespace Mesoscope.Agent.Spool;

/// <summary>
/// Batches on the disk, a file each, from before they are sent until the server has them. What a crash leaves behind is a file with all of a
/// batch or none: files are written under another name, flushed, and renamed. Safe for several threads.
/// </summary>
sealed class BatchSpool
{
    const string Extension = ".batch";
    const string UnfinishedExtension = ".new";

    readonly Lock _lock = new();
    readonly string _folder;
    readonly long _maxBytes;
    readonly SequenceFile _sequences;
    readonly SortedDictionary<ulong, long> _files = [];
    ulong _last;
    ulong _stripped;
    long _bytes;

    /// <summary>Opens a spool.</summary>
    /// <param name="folder">Its folder, which is made when it is not there.</param>
    /// <param name="maxBytes">How much it may hold; beyond, the values of the oldest batches go first.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be used.</exception>
    public BatchSpool(string folder, long maxBytes)
    {
        _folder = folder;
        _maxBytes = maxBytes;
        DataFolder.Create(folder);
        _sequences = new SequenceFile(Path.Combine(folder, "acknowledged"));
        Acknowledged = _sequences.Read();
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (path.EndsWith(UnfinishedExtension, StringComparison.Ordinal))
            {
                File.Delete(path);
            }
            else if (path.EndsWith(Extension, StringComparison.Ordinal)
                && ulong.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                Adopt(sequence, path);
            }
        }

        _last = Math.Max(Acknowledged, _files.Count > 0 ? _files.Keys.Max() : 0);
    }

    /// <summary>Every batch up to this one is at the server.</summary>
    public ulong Acknowledged { get; private set; }

    /// <summary>Batches that wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _files.Count;
            }
        }
    }

    /// <summary>Bytes on the disk.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Sets of samples that were dropped because the spool was full.</summary>
    public long DroppedSets { get; private set; }

    /// <summary>Whole batches that were dropped because the spool was full of batches without any values; the server then needs all entities.</summary>
    public long DroppedBatches { get; private set; }

    /// <summary>Batches that were on the disk and could not be read any more.</summary>
    public long DamagedBatches { get; private set; }

    /// <summary>Writes a batch; it is on the disk when this returns.</summary>
    /// <param name="batch">The batch; its sequence and time of sending do not count.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="IOException">It cannot be written, as when the disk is full: it is not in the spool then.</exception>
    public ulong Add(SampleBatch batch)
    {
        lock (_lock)
        {
            var file = SpoolFile.Write(batch.ToByteArray());
            MakeRoom(file.Length);
            var sequence = _last + 1;
            Write(sequence, file);
            _last = sequence;
            return sequence;
        }
    }

    /// <summary>The oldest batch that waits; false when none does.</summary>
    public bool TryPeek(out SpooledBatch batch)
    {
        lock (_lock)
        {
            foreach (var (sequence, _) in _files)
            {
                batch = new SpooledBatch(sequence, Read(sequence));
                return true;
            }

            batch = default;
            return false;
        }
    }

    /// <summary>The server has every batch up to this one. A number beyond our own means that ours were lost: they go on behind it.</summary>
    /// <returns>True when numbers had to be changed, so that the server has to be told of everything anew.</returns>
    public bool Acknowledge(ulong sequence)
    {
        lock (_lock)
        {
            var isBehind = sequence > _last;
            var isWritten = sequence <= Acknowledged || TryWriteAcknowledged(sequence);
            Acknowledged = Math.Max(Acknowledged, sequence);
            if (isBehind)
            {
                Renumber(sequence);
                return true;
            }

            while (_files.Count > 0 && _files.Keys.First() is var first && first <= sequence)
            {
                // A disk that did not take the number takes it when there is room again; until then the last file tells it, or numbers would be
                // given twice.
                if (first < sequence || isWritten || TryWriteAcknowledged(sequence))
                {
                    Remove(first);
                }
                else
                {
                    Forget(first);
                }
            }

            return false;
        }
    }

    bool TryWriteAcknowledged(ulong sequence)
    {
        try
        {
            _sequences.Write(sequence);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    void Adopt(ulong sequence, string path)
    {
        if (sequence <= Acknowledged)
        {
            File.Delete(path);
            return;
        }

        var bytes = new FileInfo(path).Length;
        _files.Add(sequence, bytes);
        _bytes += bytes;
    }

    // What waits gets new numbers; the last first, so that no file is overwritten.
    void Renumber(ulong from)
    {
        var old = _files.Keys.ToList();
        for (var i = old.Count - 1; i >= 0; i--)
        {
            var bytes = _files[old[i]];
            File.Move(PathOf(old[i]), PathOf(from + (ulong)i + 1));
            _files.Remove(old[i]);
            _files.Add(from + (ulong)i + 1, bytes);
        }

        _last = from + (ulong)old.Count;
        _stripped = 0;
        LibC.FlushFolder(_folder);
    }

    void MakeRoom(int bytes)
    {
        while (_bytes + bytes > _maxBytes && _files.Keys.Where(sequence => sequence > _stripped).Select(static sequence => (ulong?)sequence).FirstOrDefault() is { } oldest)
        {
            Strip(oldest);
        }

        while (_bytes + bytes > _maxBytes && _files.Count > 0)
        {
            DroppedBatches++;
            Remove(_files.Keys.First());
        }
    }

    // Names and happenings are small and cannot be measured again.
    void Strip(ulong sequence)
    {
        _stripped = sequence;
        var content = Read(sequence);
        if (content.IsEmpty)
        {
            return;
        }

        var batch = SampleBatch.Parser.ParseFrom(content.Span);
        DroppedSets += batch.SampleSets.Count;
        batch.SampleSets.Clear();
        Write(sequence, SpoolFile.Write(batch.ToByteArray()));
    }

    ReadOnlyMemory<byte> Read(ulong sequence)
    {
        try
        {
            if (SpoolFile.TryRead(File.ReadAllBytes(PathOf(sequence)), out var content))
            {
                return content;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Counted below.
        }

        DamagedBatches++;
        return default;
    }

    void Write(ulong sequence, byte[] file)
    {
        var path = PathOf(sequence);
        var unfinished = path + UnfinishedExtension;
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(file);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What fits of it would keep a full disk full.
            Delete(unfinished);
            throw;
        }

        LibC.FlushFolder(_folder);
        _bytes += file.Length - _files.GetValueOrDefault(sequence);
        _files[sequence] = file.Length;
    }

    void Remove(ulong sequence)
    {
        Delete(PathOf(sequence));
        Forget(sequence);
    }

    void Forget(ulong sequence)
    {
        _bytes -= _files[sequence];
        _files.Remove(sequence);
    }

    // A file that stays is found at the next start, and sent again: the server knows it.
    static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing else can be done about it.
        }
    }

    string PathOf(ulong sequence) => Path.Combine(_folder, sequence.ToString("D20", CultureInfo.InvariantCulture) + Extension);
}
