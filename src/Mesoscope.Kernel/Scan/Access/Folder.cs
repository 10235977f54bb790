namespace Mesoscope.Kernel.Scan.Access;

/// <summary>An open folder of the process file system. The owner closes it.</summary>
readonly struct Folder : IDisposable
{
    internal Folder(int descriptor) => Descriptor = descriptor;

    internal int Descriptor { get; }

    public void Dispose() => _ = Posix.Close(Descriptor);
}
