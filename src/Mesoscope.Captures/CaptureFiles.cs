using Mesoscope.Captures.Interop;

namespace Mesoscope.Captures;

/// <summary>Opens the files of captures and puts the operating system's errors into words.</summary>
static class CaptureFiles
{
    // Decompression asks for 8 KiB at a time; plain files are read past this buffer.
    const int StoredBufferBytes = 64 * 1024;

    /// <summary>Opens a file for reading; <c>-</c> is standard input.</summary>
    public static Stream OpenRead(string path)
    {
        if (path == "-")
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, StoredBufferBytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Describe(path, problem);
        }
    }

    /// <summary>Makes or empties a file for writing; <c>-</c> is standard output.</summary>
    public static Stream OpenWrite(string path, IReadOnlyList<string> inputPaths)
    {
        foreach (var input in inputPaths)
        {
            if (FileIdentity.AreSame(input == "-" ? StandardInput : input, path == "-" ? StandardOutput : path))
            {
                throw new CaptureFileException(
                    CaptureFileProblem.SameFile, path, path + ": is the file that is read; writing would destroy it. Choose another name");
            }
        }

        if (path == "-")
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Describe(path, problem);
        }
    }

    /// <summary>The exception for what the operating system said of a file.</summary>
    public static CaptureFileException Describe(string path, Exception problem)
    {
        var kind = problem switch
        {
            FileNotFoundException or DirectoryNotFoundException => CaptureFileProblem.NotFound,
            _ when Directory.Exists(path) => CaptureFileProblem.IsDirectory,
            UnauthorizedAccessException => CaptureFileProblem.NoPermission,
            IOException { HResult: NoSpaceLeft or QuotaExceeded or FileTooLarge } => CaptureFileProblem.NoSpace,
            IOException { HResult: BrokenPipe } => CaptureFileProblem.ClosedPipe,
            _ => CaptureFileProblem.Other,
        };
        var text = kind switch
        {
            CaptureFileProblem.NotFound => "no such file",
            CaptureFileProblem.IsDirectory => "is a directory, not a file",
            CaptureFileProblem.NoPermission => "permission denied",
            CaptureFileProblem.NoSpace => "no space left on the device",
            CaptureFileProblem.ClosedPipe => "the pipe is closed",
            _ => problem.Message,
        };
        return new CaptureFileException(kind, path, path + ": " + text, problem);
    }

    // Linux error numbers, which .NET hands on as they are.
    const int NoSpaceLeft = 28;
    const int FileTooLarge = 27;
    const int QuotaExceeded = 122;
    const int BrokenPipe = 32;
    const string StandardInput = "/dev/stdin";
    const string StandardOutput = "/dev/stdout";
}
