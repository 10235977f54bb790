using System.Runtime;
using System.Text;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Server;

/// <summary>
/// Lets a server's memory be cleared while it works. The program as a whole stops for that, which suits a capture; a server with names and samples of
/// thousands of containers would stand still for some tenths of a second each time. The runtime takes this setting at its start only.
/// </summary>
static unsafe class BackgroundCollection
{
    /// <summary>The runtime's own variable for it.</summary>
    public const string Variable = "DOTNET_gcConcurrent";

    /// <summary>
    /// Begins the program anew with the setting, in the same process. Returns where it holds already, where <see cref="Variable"/> says something
    /// else, and when the program cannot begin anew: it is slower then and no worse. To be called before anything is opened.
    /// </summary>
    public static void Ensure()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.Batch || Environment.GetEnvironmentVariable(Variable) is not null || Environment.ProcessPath is not { } program)
        {
            return;
        }

        byte[] words;
        try
        {
            words = File.ReadAllBytes("/proc/self/cmdline");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }

        if (Libc.SetVariable(Variable, "1", 1) == 0)
        {
            Begin(program, words);
        }
    }

    // The words are texts that end with 0.
    static void Begin(string program, ReadOnlySpan<byte> words)
    {
        fixed (byte* first = words)
        {
            var arguments = new byte*[words.Count((byte)0) + 1];
            for (int i = 0, at = 0; i < arguments.Length - 1; i++)
            {
                arguments[i] = first + at;
                at += words[at..].IndexOf((byte)0) + 1;
            }

            fixed (byte** all = arguments)
            fixed (byte* path = Encoding.UTF8.GetBytes(program + '\0'))
            {
                _ = Libc.Execute(path, all);
            }
        }
    }
}
