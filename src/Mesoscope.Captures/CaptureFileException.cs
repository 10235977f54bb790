namespace Mesoscope.Captures;

/// <summary>A capture's file cannot be opened, read or written; the bytes themselves are not to blame.</summary>
public sealed class CaptureFileException : Exception
{
    /// <summary>Makes the exception for a file.</summary>
    /// <param name="problem">What kind of problem.</param>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="message">One sentence that names the file and what to do.</param>
    /// <param name="inner">What the operating system said.</param>
    public CaptureFileException(CaptureFileProblem problem, string path, string message, Exception? inner = null)
        : base(message, inner)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>What kind of problem.</summary>
    public CaptureFileProblem Problem { get; }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }
}
