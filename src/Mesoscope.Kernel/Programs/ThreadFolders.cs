using System.Text;

namespace Mesoscope.Kernel.Programs;

/// <summary>The folders of all threads under <c>/proc</c>. Threads that end meanwhile are left out.</summary>
static class ThreadFolders
{
    /// <summary>Their paths; the last part is the thread's id.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateDirectories("/proc").Where(IsNumbered).SelectMany(Threads);

    /// <summary>The text of a file in such a folder, byte for byte a character; null when it cannot be read.</summary>
    public static string? ReadText(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name), Encoding.Latin1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static bool IsNumbered(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]);

    static string[] Threads(string process)
    {
        try
        {
            return Directory.GetDirectories(process + "/task");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
