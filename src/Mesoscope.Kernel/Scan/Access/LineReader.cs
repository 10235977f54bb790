using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Scan.Access;

/// <summary>Reads a file line by line, however long it is: lists of sockets grow to megabytes. A line holds until the next is taken.</summary>
public sealed unsafe class LineReader : IDisposable
{
    const int BufferBytes = 64 * 1024;

    readonly Folder _file;
    readonly ScanProblems _problems;
    readonly byte[] _buffer = new byte[BufferBytes];
    int _start;
    int _end;
    bool _isAtEnd;

    internal LineReader(Folder file, ScanProblems problems)
    {
        _file = file;
        _problems = problems;
    }

    /// <summary>Takes the next line, without its end; false when there is none. What does not fit into 64 KiB comes in pieces, and is counted.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = rest[..length];
                _start += length + 1;
                return true;
            }

            if (_isAtEnd || rest.Length == BufferBytes)
            {
                if (!_isAtEnd)
                {
                    _problems.Add(ScanProblem.Cut);
                }

                line = rest;
                _start = _end;
                return !rest.IsEmpty;
            }

            Fill(rest);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    void Fill(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(_buffer);
        _start = 0;
        _end = rest.Length;
        nint count;
        fixed (byte* target = _buffer)
        {
            count = Posix.Read(_file.Descriptor, target + _end, BufferBytes - _end);
        }

        if (count < 0)
        {
            _problems.AddError(Marshal.GetLastPInvokeError());
        }

        _isAtEnd = count <= 0;
        _end += (int)Math.Max(count, 0);
    }
}
