using Mesoscope.Agent.Config;
using Mesoscope.Cli.Help;
using Mesoscope.Query.Text;

namespace Mesoscope.Cli.Agent;

/// <summary>What <c>mesoscope agent --help</c> says.</summary>
static class AgentHelp
{
    const int Column = 28;
    const int Width = 110;

    /// <summary>The text.</summary>
    public static byte[] Text()
    {
        var text = new Utf8Writer();
        text.Append(
            """
            Usage: mesoscope agent --server URL --access-key-file FILE [options]

            Measures this machine once a second, its containers, processes and connections, and sends that to a server every ten seconds. What the
            server cannot take waits on the disk. Runs until Ctrl-C or SIGTERM. Needs CAP_BPF, CAP_PERFMON, CAP_SYS_PTRACE and
            CAP_DAC_READ_SEARCH, or root; with less it says what is missing and measures the rest.

            Options:

            """);
        Append(text, "--config FILE", $"Settings in YAML, all of which docs/agent.yaml shows. {AgentSettings.DefaultFile} when it is there. Options go before the environment, and that before the file.");
        foreach (var setting in SettingTable.All)
        {
            if (setting.Option.Length > 0)
            {
                Append(text, $"--{setting.Option}{Argument(setting.Kind)}", $"{setting.Description} {setting.Variables[0]}, '{setting.Key}' in the file.");
            }
        }

        Append(text, "--check", "Say what would be measured and whether the server answers, and end.");
        Append(text, "--list-metrics", "List the metrics, in Markdown.");
        Append(text, "-h, --help", "This text.");
        text.Append(
            """

            Example:
              mesoscope agent --server https://mesoscope.example.com --access-key-file /etc/mesoscope/key --tags env:prod,rack:7

            """);
        return text.Written.ToArray();
    }

    static string Argument(SettingKind kind) => kind switch
    {
        SettingKind.Switch => "",
        SettingKind.Map => " NAME:VALUE,...",
        _ => " VALUE",
    };

    static void Append(Utf8Writer text, string usage, string description)
    {
        text.Append("  ");
        TextWrap.AppendPadded(text, usage, Column - 2);
        if (usage.Length > Column - 3)
        {
            text.Append((byte)'\n');
            TextWrap.AppendBlanks(text, Column);
        }

        TextWrap.Append(text, description, Column, Width - Column);
        text.Append((byte)'\n');
    }
}
