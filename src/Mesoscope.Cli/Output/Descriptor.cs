using System.Runtime.InteropServices;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Output;

/// <summary>Writes to one of the descriptors that the program was started with.</summary>
static class Descriptor
{
    /// <summary>Standard output.</summary>
    public const int Output = 1;

    /// <summary>Standard error.</summary>
    public const int Error = 2;

    /// <summary>True when a person looks at the descriptor.</summary>
    public static bool IsTerminal(int descriptor) => Libc.IsTerminal(descriptor) == 1;

    /// <summary>Writes all bytes, waiting as long as it takes.</summary>
    /// <returns>0, or the errno that stopped it.</returns>
    public static unsafe int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var done = 0;
            while (done < bytes.Length)
            {
                var count = Libc.Write(descriptor, start + done, bytes.Length - done);
                if (count >= 0)
                {
                    done += (int)count;
                    continue;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == Libc.Eagain)
                {
                    // The terminal or pipe was made non-blocking by whoever shares it.
                    var wait = new PollDescriptor { Descriptor = descriptor, Events = PollDescriptor.Writable };
                    _ = Libc.Poll(&wait, 1, -1);
                }
                else if (error != Libc.Eintr)
                {
                    return error;
                }
            }
        }

        return 0;
    }
}
