using System.Globalization;

namespace Mesoscope.Agent.Config;

/// <summary>What was set, by whoever goes before the others.</summary>
sealed class Settings
{
    readonly Dictionary<string, Setting> _settings = new(StringComparer.Ordinal);

    /// <summary>Sets a setting, unless somebody who goes before did.</summary>
    /// <param name="info">The setting.</param>
    /// <param name="values">Its values as they were written.</param>
    /// <param name="place">Where.</param>
    public void Add(SettingInfo info, IReadOnlyList<string> values, string place) => _settings.TryAdd(info.Key, new Setting(values, place));

    /// <summary>Sets a setting from one text, in which lists and maps are written on one line.</summary>
    public void AddText(SettingInfo info, string text, string place) => Add(
        info,
        info.Kind switch
        {
            SettingKind.List => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            SettingKind.Map => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            _ => [text],
        },
        place);

    /// <summary>Whether somebody set it.</summary>
    public bool Has(string key) => _settings.ContainsKey(key);

    /// <summary>Where it was set.</summary>
    public string PlaceOf(string key) => _settings.TryGetValue(key, out var setting) ? setting.Place : "";

    /// <summary>A text; what is given when nobody set it.</summary>
    public string Text(string key, string otherwise) => _settings.TryGetValue(key, out var setting) ? setting.Values[0] : otherwise;

    /// <summary>A switch.</summary>
    /// <exception cref="SettingsException">It is neither on nor off.</exception>
    public bool Switch(string key, bool otherwise) => !_settings.TryGetValue(key, out var setting) ? otherwise : setting.Values[0].ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => throw new SettingsException($"{setting.Place}: {key} is true or false; seen '{setting.Values[0]}'"),
    };

    /// <summary>A whole number.</summary>
    /// <exception cref="SettingsException">It is none, or out of its bounds.</exception>
    public int Number(string key, int otherwise, int least, int most)
    {
        if (!_settings.TryGetValue(key, out var setting))
        {
            return otherwise;
        }

        return int.TryParse(setting.Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException($"{setting.Place}: {key} is a whole number from {least} to {most}; seen '{setting.Values[0]}'");
    }

    /// <summary>Texts.</summary>
    public IReadOnlyList<string> List(string key, IReadOnlyList<string> otherwise) => _settings.TryGetValue(key, out var setting) ? setting.Values : otherwise;

    /// <summary>Names with values.</summary>
    /// <exception cref="SettingsException">A part has no name or no value.</exception>
    public Dictionary<string, string> Map(string key)
    {
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (var part in List(key, []))
        {
            var split = part.IndexOfAny([':', '=']);
            if (split <= 0 || split == part.Length - 1)
            {
                throw new SettingsException($"{PlaceOf(key)}: {key} has parts 'name:value'; seen '{part}'");
            }

            map[part[..split].Trim()] = part[(split + 1)..].Trim();
        }

        return map;
    }
}
