using System.Runtime.InteropServices;

namespace Mesoscope.Kernel.Tests.Counting;

// Rights belong to threads: one can give up its own for good, and the others keep theirs.
static partial class Rights
{
    // linux/capability.h.
    public const int ReadSearch = 2, Trace = 19, Performance = 38, Bpf = 39;

    const int SetUserCall = 117;
    const int SetCapabilitiesCall = 126;
    const int KeepCapabilities = 8;
    const uint Version = 0x20080522;
    const long Nobody = 65534;

    // Runs something on a thread that is nobody and has only these rights.
    public static void RunWith(int[] capabilities, Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Reduce(capabilities);
                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }

    // x86-64 only, as the programs that are counted are.
    static void Reduce(int[] capabilities)
    {
        Assert.Equal(0, Control(KeepCapabilities, 1, 0, 0, 0));
        Assert.Equal(0, Call(SetUserCall, (nint)Nobody, (nint)Nobody, (nint)Nobody));

        // struct __user_cap_header_struct and two of struct __user_cap_data_struct: effective, permitted, inheritable.
        Span<uint> header = [Version, 0];
        Span<uint> data = [0, 0, 0, 0, 0, 0];
        foreach (var capability in capabilities)
        {
            data[capability / 32 * 3] |= 1u << capability % 32;
            data[capability / 32 * 3 + 1] |= 1u << capability % 32;
        }

        unsafe
        {
            fixed (uint* first = header, second = data)
            {
                Assert.Equal(0, Call(SetCapabilitiesCall, (nint)first, (nint)second, 0));
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nint a, nint b, nint c);
}
