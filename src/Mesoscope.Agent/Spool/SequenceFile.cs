using System.Buffers.Binary;
using Mesoscope.Agent.Interop;

namespace Mesoscope.Agent.Spool;

/// <summary>Keeps one number over crashes.</summary>
/// <param name="path">The file.</param>
sealed class SequenceFile(string path)
{
    /// <summary>The number; 0 when there is none or it cannot be read, which the server's next answer mends.</summary>
    public ulong Read()
    {
        try
        {
            return SpoolFile.TryRead(File.ReadAllBytes(path), out var number) && number.Length == sizeof(ulong)
                ? BinaryPrimitives.ReadUInt64LittleEndian(number.Span)
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Writes the number; it is on the disk when this returns.</summary>
    public void Write(ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number);
        var unfinished = path + ".new";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(SpoolFile.Write(bytes));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        LibC.FlushFolder(Path.GetDirectoryName(path)!);
    }
}
