using Mesoscope.Machine.Threads;

namespace Mesoscope.Machine.Containers.Recognition;

/// <summary>Looks for variables in the environment of a thread's process.</summary>
static class ProcessEnvironment
{
    /// <summary>The environment of the thread's process; that of the thread itself while its main thread is not known.</summary>
    public static byte[] Of(ThreadState thread, MachineState machine) => (machine.FindMainThread(thread) ?? thread).Environment;

    /// <summary>The value of a variable without blanks around it; empty when it is missing or empty.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> environment, ReadOnlySpan<byte> name)
    {
        while (!environment.IsEmpty)
        {
            var end = environment.IndexOf((byte)0);
            var variable = end < 0 ? environment : environment[..end];
            if (variable.Length > name.Length + 1 && variable[name.Length] == '=' && variable.StartsWith(name))
            {
                return variable[(name.Length + 1)..].Trim((byte)' ');
            }

            environment = end < 0 ? default : environment[(end + 1)..];
        }

        return default;
    }
}
