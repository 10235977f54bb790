using System.Runtime.InteropServices;
using System.Text;

namespace Mesoscope.Kernel.Tests.Families;

public sealed partial class UnreadableMemoryTests : IDisposable
{
    const int Here = -100, BadAddress = -14, BadDescriptor = -9, NoEntry = -2;
    const nint Nowhere = 1;

    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    // A program's constants are brought into memory when they are used first, and that may be by the kernel.
    [LiveFact]
    public void Path_ThatIsNotInMemoryYet_IsReadWhenTheCallEndsAndNotCounted()
    {
        File.WriteAllText(_file, "/nowhere/at all\0");
        using var file = File.OpenRead(_file);
        var page = Map(0, 4096, 1, 2, file.SafeFileHandle, 0);
        Assert.NotEqual(-1, page);
        var calls = RecordedCall.Record(["openat"], () => Assert.Equal(-1, OpenAt(Here, page, 0, 0)), out var drops);
        Assert.Equal(0, Unmap(page, 4096));

        Assert.Equal("<NA>\0", calls[0].Text(1));
        Assert.Equal((NoEntry, "/nowhere/at all\0"), (calls[1].Number(0), calls[1].Text(2)));
        Assert.Equal(0UL, drops.PayloadFault);
    }

    [LiveFact]
    public void Memory_ThatTheKernelCannotReadEither_IsNotCounted()
    {
        var calls = RecordedCall.Record(["openat", "write", "writev", "connect"], () =>
        {
            Assert.Equal(-1, OpenAt(Here, 0, 0, 0));
            Assert.Equal(-1, OpenAt(Here, Nowhere, 0, 0));
            Assert.Equal(-1, Calls.WriteVectors(1, [], 1000));
            using var file = File.OpenHandle(_file, FileMode.Open, FileAccess.Write);
            Write((int)file.DangerousGetHandle(), Nowhere, 10);
            var socket = Calls.Socket(Address.InternetFamily, 1, 0);
            Assert.Equal(-1, Connect(socket, Nowhere, 16));
            Calls.Close(socket);
        }, out var drops);

        var refused = calls.Where(c => c.Name[0] == '<' && c.Number(0) == BadAddress).Select(c => c.Name);
        Assert.Equal(["<openat", "<openat", "<writev", "<write", "<connect"], refused);
        Assert.Equal(0UL, drops.PayloadFault);
    }

    [LiveFact]
    public void Memory_ThatTheKernelDidNotLookAt_IsCounted()
    {
        var calls = RecordedCall.Record(["write"], () =>
        {
            Write(99999, Nowhere, 10);
            Write(99999, Marshal.StringToHGlobalAnsi("told"), 4);
        }, out var drops);

        Assert.Equal(BadDescriptor, calls[1].Number(0));
        Assert.Empty(calls[1].Parameters[1]);
        Assert.Equal("told", Encoding.ASCII.GetString(calls[3].Parameters[1]));
        Assert.Equal(1UL, drops.PayloadFault);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint bytes, int protection, int flags, SafeHandle file, long offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint bytes);

    [LibraryImport("libc", EntryPoint = "openat")]
    private static partial int OpenAt(int folder, nint path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, nint data, nint bytes);

    [LibraryImport("libc", EntryPoint = "connect")]
    private static partial int Connect(int socket, nint address, int bytes);
}
