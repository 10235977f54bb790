namespace Mesoscope.Agent.Config;

/// <summary>One setting: the same in the file, in the environment and on the command line.</summary>
/// <param name="Key">Name in the file; a dot stands for a level.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Option">Name on the command line without dashes; empty when it has none.</param>
/// <param name="Variables">Names in the environment; the first that is set counts.</param>
/// <param name="Description">One or two sentences for people.</param>
public sealed record SettingInfo(string Key, SettingKind Kind, string Option, string[] Variables, string Description);
