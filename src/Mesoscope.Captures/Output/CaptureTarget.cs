using System.Buffers.Binary;
using System.IO.Compression;

namespace Mesoscope.Captures.Output;

/// <summary>
/// The file that a capture is written to. It gets whole blocks only. Compressed files consist of gzip members of whole blocks, so
/// that a full disk costs the last piece and not the readability of the file.
/// </summary>
sealed class CaptureTarget(Stream file, string name, bool isCompressed) : IDisposable
{
    readonly MemoryStream _member = new();

    /// <summary>Bytes in the file.</summary>
    public long Bytes { get; private set; }

    /// <summary>Appends whole blocks.</summary>
    /// <exception cref="CaptureFileException">The operating system did not take them; the file ends with the last whole block that it took.</exception>
    public void Append(ReadOnlySpan<byte> blocks)
    {
        if (blocks.IsEmpty)
        {
            return;
        }

        var bytes = isCompressed ? Compress(blocks) : blocks;
        try
        {
            file.Write(bytes);
            file.Flush();
        }
        catch (IOException problem)
        {
            Repair(blocks);
            throw CaptureFiles.Describe(name, problem);
        }

        Bytes += bytes.Length;
    }

    public void Dispose()
    {
        try
        {
            file.Dispose();
        }
        catch (IOException problem)
        {
            throw CaptureFiles.Describe(name, problem);
        }
    }

    ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> blocks)
    {
        _member.SetLength(0);
        using (var zip = new GZipStream(_member, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(blocks);
        }

        return _member.GetBuffer().AsSpan(0, (int)_member.Length);
    }

    /// <summary>Cuts off the part of a block, or of a gzip member, that was still taken.</summary>
    void Repair(ReadOnlySpan<byte> blocks)
    {
        if (!file.CanSeek)
        {
            return;
        }

        try
        {
            var taken = file.Length - Bytes;
            file.SetLength(Bytes + (isCompressed ? 0 : WholeBlocks(blocks, taken)));
        }
        catch (Exception problem) when (problem is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            // A device, not a file: there is nothing to cut. The error that brought us here is the one to tell.
        }
    }

    static long WholeBlocks(ReadOnlySpan<byte> blocks, long taken)
    {
        var at = 0;
        while (at < blocks.Length)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(blocks[(at + 4)..]);
            if (at + length > taken)
            {
                break;
            }

            at += length;
        }

        return at;
    }
}
