using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Scan.Access;

/// <summary>
/// Reads files, links and lists below open folders into one buffer that is used again: what a call returns holds until the next one.
/// What cannot be read is counted and comes back empty. Not safe for several threads.
/// </summary>
/// <param name="problems">Where failures are counted.</param>
public sealed unsafe class FolderReader(ScanProblems problems)
{
    const int FirstBufferBytes = 16 * 1024;

    // The kernel makes no longer texts of one value; lists of sockets are read by line instead.
    const int LargestFileBytes = 4 * 1024 * 1024;
    const int LongestPath = 4096;
    const int StatBytes = 256;
    const uint StatBasic = 0x7FF;

    byte[] _buffer = new byte[FirstBufferBytes];

    /// <summary>Where failures are counted.</summary>
    public ScanProblems Problems => problems;

    /// <summary>Opens a folder by an absolute path; false when that is not possible.</summary>
    public bool TryOpen(string path, out Folder folder) =>
        TryOpen(Posix.CurrentDirectory, System.Text.Encoding.UTF8.GetBytes(path), Posix.OpenDirectory, out folder);

    /// <summary>Opens a folder in another one; false when that is not possible.</summary>
    public bool TryOpen(Folder parent, ReadOnlySpan<byte> name, out Folder folder) => TryOpen(parent.Descriptor, name, Posix.OpenDirectory, out folder);

    /// <summary>Opens a folder that has a number for a name.</summary>
    public bool TryOpen(Folder parent, long number, out Folder folder)
    {
        Span<byte> name = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, name, out var length);
        return TryOpen(parent, name[..length], out folder);
    }

    /// <summary>Opens a file to read it by line; null when that is not possible.</summary>
    /// <param name="parent">The folder.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="isOptional">Whether not every kernel has it, so that its lack is not to be counted.</param>
    public LineReader? OpenLines(Folder parent, ReadOnlySpan<byte> name, bool isOptional = false) =>
        TryOpen(parent.Descriptor, name, 0, out var file, isOptional) ? new LineReader(file, problems) : null;

    /// <summary>The bytes of a file; empty when it cannot be read. What is longer than 4 MiB is cut.</summary>
    /// <param name="parent">The folder.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="isOptional">Whether not every kernel has it, so that its lack is not to be counted.</param>
    public ReadOnlySpan<byte> Read(Folder parent, ReadOnlySpan<byte> name, bool isOptional = false)
    {
        if (!TryOpen(parent.Descriptor, name, 0, out var file, isOptional))
        {
            return default;
        }

        using (file)
        {
            return ReadAll(file);
        }
    }

    /// <summary>Opens a file that is going to be read again and again; false when that is not possible, which is not counted.</summary>
    /// <param name="parent">The folder.</param>
    /// <param name="name">Name of the file, or a path below the folder.</param>
    /// <param name="file">The file; the caller closes it.</param>
    public bool TryOpenFile(Folder parent, ReadOnlySpan<byte> name, out Folder file) => TryOpen(parent.Descriptor, name, 0, out file, isOptional: true);

    /// <summary>
    /// The bytes of an open file, from its start whatever was read before; false when what it is about is gone, which is not counted. What
    /// is longer than 4 MiB is cut.
    /// </summary>
    public bool TryReadAgain(Folder file, out ReadOnlySpan<byte> text)
    {
        nint length;
        while (true)
        {
            fixed (byte* target = _buffer)
            {
                length = Posix.ReadAt(file.Descriptor, target, _buffer.Length, 0);
            }

            if (length < _buffer.Length || length >= LargestFileBytes)
            {
                break;
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        text = _buffer.AsSpan(0, (int)Math.Max(length, 0));
        return length >= 0;
    }

    /// <summary>Where a link leads; empty when that cannot be read.</summary>
    /// <param name="parent">The folder.</param>
    /// <param name="name">Name of the link.</param>
    /// <param name="isOptional">Whether a link that leads nowhere is usual, as those of kernel threads, and not to be counted.</param>
    public ReadOnlySpan<byte> ReadLink(Folder parent, ReadOnlySpan<byte> name, bool isOptional = false)
    {
        Span<byte> path = stackalloc byte[name.Length + 1];
        Terminate(name, path);
        fixed (byte* source = path, target = _buffer)
        {
            var length = Posix.ReadLinkAt(parent.Descriptor, source, target, LongestPath);
            if (length >= 0)
            {
                return _buffer.AsSpan(0, (int)length);
            }
        }

        if (!isOptional)
        {
            problems.AddError(Marshal.GetLastPInvokeError());
        }

        return default;
    }

    /// <summary>What the kernel says of the file behind a name, links followed; false when it says nothing. Not counted: the caller knows whether it matters.</summary>
    public static bool TryGetFacts(Folder parent, ReadOnlySpan<byte> name, out FileFacts facts)
    {
        Span<byte> path = stackalloc byte[name.Length + 1];
        Terminate(name, path);
        Span<byte> result = stackalloc byte[StatBytes];
        int status;
        fixed (byte* source = path, target = result)
        {
            status = Posix.Statx(parent.Descriptor, source, Posix.StatWithoutSync, StatBasic, target);
        }

        // The layout of struct statx, from linux/stat.h.
        facts = status != 0 ? default : new FileFacts(
            BinaryPrimitives.ReadUInt16LittleEndian(result[28..]),
            BinaryPrimitives.ReadUInt32LittleEndian(result[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(result[24..]),
            BinaryPrimitives.ReadUInt64LittleEndian(result[32..]),
            Nanoseconds(result[96..]),
            Nanoseconds(result[112..]));
        return status == 0;
    }

    /// <summary>The entries of a folder whose names are numbers, in the kernel's order; empty when it cannot be read.</summary>
    public List<long> Numbers(Folder folder)
    {
        List<long> numbers = [];
        while (true)
        {
            nint length;
            fixed (byte* target = _buffer)
            {
                length = Posix.Call(Posix.GetEntriesCall, folder.Descriptor, (nint)target, _buffer.Length);
            }

            if (length <= 0)
            {
                if (length < 0)
                {
                    problems.AddError(Marshal.GetLastPInvokeError());
                }

                return numbers;
            }

            AddNumbers(_buffer.AsSpan(0, (int)length), numbers);
        }
    }

    // A read that does not fill the buffer reached the end: the files that are read as a whole are one record each.
    ReadOnlySpan<byte> ReadAll(Folder file)
    {
        var length = 0;
        while (true)
        {
            nint count;
            fixed (byte* target = _buffer)
            {
                count = Posix.Read(file.Descriptor, target + length, _buffer.Length - length);
            }

            if (count < 0)
            {
                problems.AddError(Marshal.GetLastPInvokeError());
                return _buffer.AsSpan(0, length);
            }

            length += (int)count;
            if (length < _buffer.Length)
            {
                return _buffer.AsSpan(0, length);
            }

            if (length >= LargestFileBytes)
            {
                problems.Add(ScanProblem.Cut);
                return _buffer;
            }

            Array.Resize(ref _buffer, length * 2);
        }
    }

    // The layout of struct linux_dirent64: inode 8, offset 8, length of the entry 2, kind 1, name ended by NUL.
    static void AddNumbers(ReadOnlySpan<byte> entries, List<long> numbers)
    {
        while (!entries.IsEmpty)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entries[16..]);
            var name = entries[19..length];
            name = name[..name.IndexOf((byte)0)];
            if (Utf8Parser.TryParse(name, out long number, out var used) && used == name.Length && number >= 0)
            {
                numbers.Add(number);
            }

            entries = entries[length..];
        }
    }

    bool TryOpen(int parent, ReadOnlySpan<byte> name, int flags, out Folder folder, bool isOptional = false)
    {
        Span<byte> path = name.Length < LongestPath ? stackalloc byte[name.Length + 1] : [0];
        Terminate(name[..(path.Length - 1)], path);
        int descriptor;
        fixed (byte* source = path)
        {
            descriptor = Posix.OpenAt(parent, source, flags | Posix.OpenCloseOnExec | Posix.OpenNonBlocking, 0);
        }

        if (descriptor < 0 && !isOptional)
        {
            problems.AddError(Marshal.GetLastPInvokeError());
        }

        folder = new Folder(descriptor);
        return descriptor >= 0;
    }

    static void Terminate(ReadOnlySpan<byte> name, Span<byte> path)
    {
        name.CopyTo(path);
        path[name.Length] = 0;
    }

    static ulong Nanoseconds(ReadOnlySpan<byte> time) =>
        ((ulong)BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(time[8..]);
}
