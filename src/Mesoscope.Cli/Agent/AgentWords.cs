using Mesoscope.Agent.Config;
using Mesoscope.Cli.CommandLine;
using Mesoscope.Cli.Interop;

namespace Mesoscope.Cli.Agent;

/// <summary>What stands behind <c>mesoscope agent</c>.</summary>
sealed class AgentWords
{
    const string AccessKeyOption = "--access-key";

    readonly List<KeyValuePair<string, string>> _options = [];

    AgentWords()
    {
    }

    /// <summary>Options with their arguments, by name without dashes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options => _options;

    /// <summary>Whether the help was asked for.</summary>
    public bool WantsHelp { get; private set; }

    /// <summary>Whether the list of metrics was asked for.</summary>
    public bool WantsMetrics { get; private set; }

    /// <summary>Whether it should only be checked what would be measured.</summary>
    public bool WantsCheck { get; private set; }

    /// <summary>Reads the words. An access key among them disappears from the process's command line.</summary>
    /// <exception cref="UsageException">A word is no option, or an argument is missing.</exception>
    public static AgentWords Read(string[] words)
    {
        OwnCommandLine.HideArguments(words, AccessKeyOption);
        var read = new AgentWords();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word is "--help" or "-h")
            {
                read.WantsHelp = true;
            }
            else if (word == "--list-metrics")
            {
                read.WantsMetrics = true;
            }
            else if (word == "--check")
            {
                read.WantsCheck = true;
            }
            else if (word.StartsWith("--", StringComparison.Ordinal))
            {
                read.Take(word[2..], words, ref i);
            }
            else
            {
                throw new UsageException($"'{word}' is no option; 'mesoscope agent --help' lists them");
            }
        }

        return read;
    }

    void Take(string word, string[] words, ref int index)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        var kind = name == "config" ? SettingKind.Text : SettingTable.FindOption(name)?.Kind
            ?? throw new UsageException($"unknown option '--{name}'; the nearest is '--{SettingTable.NearestOption(name)}', and 'mesoscope agent --help' lists them");
        string value;
        if (equals >= 0)
        {
            value = word[(equals + 1)..];
        }
        else if (kind == SettingKind.Switch)
        {
            value = "true";
        }
        else
        {
            value = ++index < words.Length ? words[index] : throw new UsageException($"option '--{name}' needs an argument");
        }

        _options.Add(KeyValuePair.Create(name, value));
    }
}
