namespace Mesoscope.Kernel.Scan.Access;

/// <summary>An open folder, or file, of the process file system. The owner closes it, once.</summary>
public readonly struct Folder : IDisposable
{
    internal Folder(int descriptor) => Descriptor = descriptor;

    internal int Descriptor { get; }

    /// <summary>Closes it.</summary>
    public void Dispose() => _ = Posix.Close(Descriptor);
}
