using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mesoscope.Agent.Config;

/// <summary>Reads settings in YAML.</summary>
static class SettingsFile
{
    // Longer texts are no settings, and aliases of aliases would grow without end.
    const int MaxCharacters = 1 << 20;

    /// <summary>Adds what a text sets.</summary>
    /// <param name="settings">Where to.</param>
    /// <param name="text">YAML.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="SettingsException">It is no YAML, or sets what there is not.</exception>
    public static void Read(Settings settings, string text, string name)
    {
        if (text.Length > MaxCharacters)
        {
            throw new SettingsException($"{name}: has {text.Length} characters; settings have at most {MaxCharacters}");
        }

        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new SettingsException($"{name}, line {e.Start.Line}: no YAML: {e.Message}");
        }

        foreach (var document in yaml.Documents)
        {
            if (document.RootNode is YamlMappingNode mapping)
            {
                Read(settings, mapping, "", name);
            }
            else if (document.RootNode is not YamlScalarNode { Value: null or "" })
            {
                throw new SettingsException($"{Place(name, document.RootNode)}: expected lines 'name: value'");
            }
        }
    }

    static void Read(Settings settings, YamlMappingNode mapping, string prefix, string name)
    {
        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = prefix + (keyNode as YamlScalarNode)?.Value;
            if (SettingTable.Find(key) is { } info)
            {
                settings.Add(info, Values(info, value, name), Place(name, keyNode));
            }
            else if (value is YamlMappingNode inner && SettingTable.All.Any(setting => setting.Key.StartsWith(key + ".", StringComparison.Ordinal)))
            {
                Read(settings, inner, key + ".", name);
            }
            else
            {
                throw new SettingsException($"{Place(name, keyNode)}: there is no setting '{key}'; the nearest is '{SettingTable.Nearest(key)}'");
            }
        }
    }

    static List<string> Values(SettingInfo info, YamlNode value, string name) => (info.Kind, value) switch
    {
        (SettingKind.Map, YamlMappingNode map) => [.. map.Children.Select(pair => $"{Scalar(info, pair.Key, name)}:{Scalar(info, pair.Value, name)}")],
        (SettingKind.Map, YamlScalarNode { Value: { } text }) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        (SettingKind.List, YamlSequenceNode list) => [.. list.Children.Select(item => Scalar(info, item, name))],
        (SettingKind.List, YamlScalarNode) => [Scalar(info, value, name)],
        _ => [Scalar(info, value, name)],
    };

    static string Scalar(SettingInfo info, YamlNode node, string name) => node is YamlScalarNode { Value: { } text }
        ? text
        : throw new SettingsException($"{Place(name, node)}: {info.Key} takes {Expected(info.Kind)}");

    static string Expected(SettingKind kind) => kind switch
    {
        SettingKind.Map => "a mapping of names to values",
        SettingKind.List => "a sequence of values",
        _ => "one value",
    };

    static string Place(string name, YamlNode node) => string.Create(CultureInfo.InvariantCulture, $"{name}, line {node.Start.Line}");
}
