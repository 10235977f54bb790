using System.Text;

namespace Mesoscope.Cli;

/// <summary>The name under which the program was started; a link can have another name than the file.</summary>
static class StartName
{
    /// <summary>The last part of the first word of the command line; empty when the system does not tell.</summary>
    public static string Read()
    {
        try
        {
            var words = File.ReadAllBytes("/proc/self/cmdline").AsSpan();
            var end = words.IndexOf((byte)0);
            var first = end < 0 ? words : words[..end];
            return Encoding.UTF8.GetString(first[(first.LastIndexOf((byte)'/') + 1)..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without /proc there are no other names.
            return "";
        }
    }
}
