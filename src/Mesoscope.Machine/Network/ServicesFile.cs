namespace Mesoscope.Machine.Network;

/// <summary>The list of services of the machine that the program runs on, <c>/etc/services</c>.</summary>
public static class ServicesFile
{
    /// <summary>Where the list is.</summary>
    public const string DefaultPath = "/etc/services";

    /// <summary>The entries in the order of the file; none when it cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static IReadOnlyList<ServiceEntry> Read(string path = DefaultPath)
    {
        var entries = new List<ServiceEntry>();
        if (!File.Exists(path))
        {
            return entries;
        }

        try
        {
            foreach (var line in File.ReadLines(path))
            {
                Add(entries, line);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Names are a courtesy: what was read so far is used.
        }

        return entries;
    }

    // A line reads: name, port/protocol, further names, then a comment behind a number sign.
    static void Add(List<ServiceEntry> entries, string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var slash = words.Length < 2 ? -1 : words[1].IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && ushort.TryParse(words[1].AsSpan(0, slash), out var port))
        {
            entries.Add(new ServiceEntry(words[0], words[2..], port, words[1][(slash + 1)..]));
        }
    }
}
