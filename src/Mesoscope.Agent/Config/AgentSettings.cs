namespace Mesoscope.Agent.Config;

/// <summary>Reads the settings of an agent from the command line, the environment and a file, of which the first goes before the others.</summary>
public static class AgentSettings
{
    /// <summary>The file that is read when none is named, if it is there.</summary>
    public const string DefaultFile = "/etc/mesoscope/agent.yaml";

    // Variable of older agents' packages: settings as YAML on one line.
    const string AdditionalVariable = "ADDITIONAL_CONF";

    /// <summary>Reads.</summary>
    /// <param name="options">Options of the command line by name without dashes; <c>config</c> names the file.</param>
    /// <param name="read">Gives the value of an environment variable; null when it is not set.</param>
    /// <exception cref="SettingsException">Something set cannot be used, or is missing.</exception>
    public static AgentOptions Read(IReadOnlyList<KeyValuePair<string, string>> options, Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(read);
        var settings = new Settings();
        foreach (var info in SettingTable.All)
        {
            if (info.Option.Length > 0 && options.LastOrDefault(option => option.Key == info.Option) is { Value: { } value })
            {
                settings.AddText(info, value, $"option '--{info.Option}'");
            }
        }

        ReadEnvironment(settings, read);
        ReadFile(settings, options.LastOrDefault(static option => option.Key == "config").Value ?? read("MESOSCOPE_CONFIG"));
        return AgentOptionsMaker.Make(settings, read);
    }

    static void ReadEnvironment(Settings settings, Func<string, string?> read)
    {
        foreach (var info in SettingTable.All)
        {
            if (info.Variables.FirstOrDefault(name => read(name) is { Length: > 0 }) is { } name)
            {
                settings.AddText(info, read(name)!, $"environment variable {name}");
            }
        }

        CollectorVariables.Read(settings, read);
        if (read(AdditionalVariable) is { Length: > 0 } additional)
        {
            SettingsFile.Read(settings, additional, $"environment variable {AdditionalVariable}");
        }
    }

    static void ReadFile(Settings settings, string? path)
    {
        if (path is null && !File.Exists(DefaultFile))
        {
            return;
        }

        try
        {
            SettingsFile.Read(settings, File.ReadAllText(path ?? DefaultFile), path ?? DefaultFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"the settings cannot be read: {e.Message}");
        }
    }
}
