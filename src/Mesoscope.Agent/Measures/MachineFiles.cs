using Mesoscope.Kernel.Scan.Access;

namespace Mesoscope.Agent.Measures;

/// <summary>The machine's process and control group file systems, and the reader that all measures share. Not safe for several threads.</summary>
sealed class MachineFiles : IDisposable
{
    readonly Folder _proc;

    MachineFiles(MachineFolders folders, FolderReader reader, Folder proc)
    {
        Folders = folders;
        Reader = reader;
        _proc = proc;
    }

    /// <summary>Where they are.</summary>
    public MachineFolders Folders { get; }

    /// <summary>Reads them.</summary>
    public FolderReader Reader { get; }

    /// <summary>The process file system.</summary>
    public Folder Proc => _proc;

    /// <summary>Opens the process file system.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static MachineFiles Open(MachineFolders folders)
    {
        var reader = new FolderReader(new ScanProblems());
        return reader.TryOpen(folders.Proc, out var proc)
            ? new MachineFiles(folders, reader, proc)
            : throw new IOException($"{folders.Proc}: cannot be opened; it must be the process file system of the machine that is to be measured");
    }

    /// <summary>The bytes of a file below the process file system; empty when it cannot be read. They hold until the next reading.</summary>
    public ReadOnlySpan<byte> ReadProc(ReadOnlySpan<byte> path) => Reader.Read(_proc, path, isOptional: true);

    /// <summary>Closes them.</summary>
    public void Dispose() => _proc.Dispose();
}
