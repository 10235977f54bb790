using Mesoscope.Cli.Output;

namespace Mesoscope.Cli.Up;

/// <summary>The demo cluster of <c>mesoscope up --demo</c>: the scene of the taken port, with real tasks.</summary>
sealed class UpDemo : IDisposable
{
    readonly UpChild _child;

    UpDemo(UpChild child, string masters, string marathons)
    {
        _child = child;
        Masters = masters;
        Marathons = marathons;
    }

    /// <summary>Addresses of its masters, with blanks between them.</summary>
    public string Masters { get; }

    /// <summary>Addresses of its Marathons, with blanks between them.</summary>
    public string Marathons { get; }

    /// <summary>Starts it and waits until it answers; null when it did not start, which it says itself.</summary>
    public static UpDemo? Start()
    {
        var canRun = Environment.IsPrivilegedProcess;
        if (!canRun)
        {
            ErrorOutput.WriteMessage("up: not root: the demo cluster's tasks have names but no processes");
        }

        string[] run = canRun ? ["--run"] : [];
        var child = UpChild.Start("demo cluster", [UpChildCommand.DemoWord, "--scene", "article", "--port", "0", .. run], new Dictionary<string, string>(), keepsLines: true);
        var addresses = new List<(string Name, string Address)>();
        while (child.Lines.ReadLine() is { } line)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var address, ..] && Uri.IsWellFormedUriString(address, UriKind.Absolute))
            {
                addresses.Add((name, address));
            }

            // Its last line before it waits for its end.
            if (line.StartsWith("Try:", StringComparison.Ordinal))
            {
                _ = ShowRemarksAsync(child.Lines);
                return new UpDemo(child, Join(addresses, "master-"), Join(addresses, "marathon-"));
            }
        }

        child.Dispose();
        return null;
    }

    /// <summary>Ends it with its tasks.</summary>
    public void Dispose() => _child.Dispose();

    static string Join(List<(string Name, string Address)> addresses, string prefix) =>
        string.Join(' ', addresses.Where(a => a.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(a => a.Address));

    // Such as that Docker is not there.
    static async Task ShowRemarksAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            ErrorOutput.WriteMessage("up: demo cluster: " + line);
        }
    }
}
