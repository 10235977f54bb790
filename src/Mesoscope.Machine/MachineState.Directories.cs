using Mesoscope.Machine.Paths;
using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine;

/// <content>Working directories.</content>
public sealed partial class MachineState
{
    /// <summary>Changes the working directory of the thread's process; a relative path goes on from the one before.</summary>
    /// <param name="thread">Any thread of the process.</param>
    /// <param name="path">The path, without NUL.</param>
    /// <param name="pathBytes">Its length as stored, NUL included.</param>
    internal void SetWorkingDirectory(ThreadState thread, ReadOnlySpan<byte> path, int pathBytes)
    {
        if (FindMainThread(thread) is not { } main)
        {
            return;
        }

        Span<byte> joined = stackalloc byte[PathText.MaxBytes + 1];
        var length = PathText.Join(main.WorkingDirectory, path, joined, pathBytes);
        if (length == 0 || joined[length - 1] != '/')
        {
            joined[length++] = (byte)'/';
        }

        if (!joined[..length].SequenceEqual(main.WorkingDirectory))
        {
            main.WorkingDirectory = joined[..length].ToArray();
        }
    }
}
