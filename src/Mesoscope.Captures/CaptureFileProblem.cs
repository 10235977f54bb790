namespace Mesoscope.Captures;

/// <summary>Why a capture's file cannot be used.</summary>
public enum CaptureFileProblem
{
    /// <summary>There is no such file or folder.</summary>
    NotFound,

    /// <summary>The user may not open it.</summary>
    NoPermission,

    /// <summary>It is a folder.</summary>
    IsDirectory,

    /// <summary>The file to write is one of those that are read.</summary>
    SameFile,

    /// <summary>No space is left on the device; the file ends with the last whole event that fitted.</summary>
    NoSpace,

    /// <summary>Nobody reads the other end of the pipe any more.</summary>
    ClosedPipe,

    /// <summary>Anything else that the operating system reported.</summary>
    Other,
}
