using System.Runtime.InteropServices;

namespace Mesoscope.DemoCluster.Workloads;

/// <summary>Takes ever more memory until the kernel ends it.</summary>
static class LeakTask
{
    // About a minute from the start to the end of 128 MiB.
    const int StepBytes = 1024 * 1024;
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    public static void Run()
    {
        while (true)
        {
            // Not from the garbage collector's heap: that knows the limit and would end the program by itself.
            unsafe
            {
                new Span<byte>(NativeMemory.Alloc(StepBytes), StepBytes).Fill(1);
            }

            Thread.Sleep(s_pause);
        }
    }
}
