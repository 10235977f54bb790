using System.Globalization;
using System.Text;
using Mesoscope.Clusters.Addresses;

namespace Mesoscope.Cli.Interop;

/// <summary>
/// The process's own command line as others see it (<c>ps</c>, <c>/proc/PID/cmdline</c>): the kernel shows the memory that the
/// program was started with, and what is overwritten there is gone from view.
/// </summary>
static unsafe class OwnCommandLine
{
    // Numbers of the fields of /proc/PID/stat, counted from 1: proc(5).
    const int StartField = 48;
    const int EndField = 49;

    // Fields are counted from the one behind the program's name, which may hold blanks and brackets itself.
    const int FirstFieldBehindName = 3;

    /// <summary>
    /// Puts stars over credentials in addresses (<c>http://user:password@host</c>). They were visible until now, from the start of the
    /// program on; who cannot have that gives a file or a variable.
    /// </summary>
    /// <param name="words">The words of the command line.</param>
    public static void HideCredentials(string[] words)
    {
        if (!Array.Exists(words, word => AddressText.FindCredentials(word).Length > 0) || Find() is not { } memory)
        {
            return;
        }

        var bytes = new Span<byte>((void*)memory.Start, memory.Length);
        foreach (var word in words)
        {
            if (AddressText.FindCredentials(word) is { Length: > 0 } secret)
            {
                Overwrite(bytes, Encoding.UTF8.GetBytes(secret));
            }
        }
    }

    /// <summary>Puts stars over the arguments of an option that takes a secret.</summary>
    /// <param name="words">The words of the command line.</param>
    /// <param name="option">The option with its dashes; its argument is the next word, or stands behind an equals sign.</param>
    public static void HideArguments(string[] words, string option)
    {
        var secrets = words.Zip(words.Skip(1), (word, next) => word == option ? next : "")
            .Concat(words.Where(word => word.StartsWith(option + "=", StringComparison.Ordinal)).Select(word => word[(option.Length + 1)..]));
        foreach (var secret in secrets.Where(static secret => secret.Length > 0))
        {
            if (Find() is { } memory)
            {
                Overwrite(new Span<byte>((void*)memory.Start, memory.Length), Encoding.UTF8.GetBytes(secret));
            }
        }
    }

    static void Overwrite(Span<byte> bytes, ReadOnlySpan<byte> secret)
    {
        for (int place; (place = bytes.IndexOf(secret)) >= 0; bytes = bytes[(place + secret.Length)..])
        {
            bytes.Slice(place, secret.Length).Fill((byte)'*');
        }
    }

    static (nint Start, int Length)? Find()
    {
        try
        {
            var stat = File.ReadAllText("/proc/self/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var start = nint.Parse(fields[StartField - FirstFieldBehindName], CultureInfo.InvariantCulture);
            var end = nint.Parse(fields[EndField - FirstFieldBehindName], CultureInfo.InvariantCulture);
            return start > 0 && end > start ? (start, (int)(end - start)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            // Without the process file system nobody else sees the command line either.
            return null;
        }
    }
}
